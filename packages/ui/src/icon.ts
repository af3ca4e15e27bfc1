import type { ComponentType } from 'react'

/** A drawing from lucide-react, or any component that draws one at a size; always decoration beside a text. */
export type Icon = ComponentType<{
  size?: number | string
  strokeWidth?: number | string
  className?: string
  'aria-hidden'?: boolean
}>
