import type { ReactNode } from 'react'
import type { Openness } from './modal-frame.tsx'
import { ModalFrame } from './modal-frame.tsx'

export type DrawerProps = Openness & {
  readonly title: string
  readonly description?: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
  readonly footer?: ReactNode
}

const motion = [
  'data-entering:animate-rise data-exiting:animate-rise-out',
  'sm:data-entering:animate-slide sm:data-exiting:animate-slide-out',
].join(' ')

/** Details beside the page, at its right edge; on a phone a sheet from below. */
export function Drawer(props: DrawerProps) {
  return (
    <ModalFrame
      {...props}
      overlayClassName="items-end justify-end overflow-hidden sm:items-stretch"
      modalClassName={`max-h-[88dvh] w-full rounded-t sm:max-h-none sm:max-w-md sm:rounded-none sm:border-y-0 sm:border-r-0 ${motion}`}
    />
  )
}
