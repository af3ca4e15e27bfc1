import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { Openness } from './modal-frame.tsx'
import { ModalFrame } from './modal-frame.tsx'

export type DialogProps = Openness & {
  readonly title: string
  readonly description?: ReactNode
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** 24, 32 or 48 rem at most; `md` by default. */
  readonly size?: 'sm' | 'md' | 'lg'
  readonly isDismissable?: boolean
}

const widths = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' } as const

/** A task of its own, before one returns to the page; on a phone it comes from below. */
export function Dialog({ size = 'md', ...props }: DialogProps) {
  return (
    <ModalFrame
      {...props}
      overlayClassName="items-end justify-center sm:items-start sm:p-4 sm:pt-[12vh]"
      modalClassName={classNames('max-h-[88dvh] w-full rounded-t sm:max-h-[76dvh] sm:rounded', widths[size])}
    />
  )
}
