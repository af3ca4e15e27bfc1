import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import type { Openness } from './modal-frame.tsx'
import { ModalFrame } from './modal-frame.tsx'

export type ConfirmDialogProps = Openness & {
  /** The question, naming the thing. */
  readonly title: string
  /** What will follow, and whether it can be undone. */
  readonly children: ReactNode
  /** The verb that does it, never "OK". */
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** `danger` when it can't be undone. */
  readonly tone?: 'primary' | 'danger'
  readonly onConfirm: () => void
  readonly isPending?: boolean | undefined
  readonly pendingLabel?: string | undefined
}

/** Asks before something that can't be undone; everything else offers undo in a toast instead. */
export function ConfirmDialog({ children, tone = 'primary', ...props }: ConfirmDialogProps) {
  const { isOpen, onOpenChange, title, confirmLabel, cancelLabel, onConfirm, isPending = false, pendingLabel } = props
  const footer = (
    <>
      <Button onPress={() => onOpenChange(false)}>{cancelLabel}</Button>
      <Button variant={tone} onPress={onConfirm} isPending={isPending} pendingLabel={pendingLabel}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <ModalFrame
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={title}
      role="alertdialog"
      isDismissable={false}
      footer={footer}
      overlayClassName="items-end justify-center sm:items-start sm:p-4 sm:pt-[18vh]"
      modalClassName="max-h-[88dvh] w-full rounded-t sm:max-w-md sm:rounded"
    >
      <div className="text-muted">{children}</div>
    </ModalFrame>
  )
}
