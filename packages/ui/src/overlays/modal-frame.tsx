import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'

/** When a layer over the page is there. */
export type Openness = {
  readonly isOpen: boolean
  /** Called with `false` when the person closes it: Escape, the cross, a press outside. */
  readonly onOpenChange: (isOpen: boolean) => void
}

export type ModalFrameProps = Openness & {
  readonly title: string
  readonly description?: ReactNode
  /** Names the cross; without it there is none. */
  readonly closeLabel?: string | undefined
  readonly children?: ReactNode
  readonly footer?: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
  /** A press outside closes it; not where something typed would be lost. */
  readonly isDismissable?: boolean | undefined
  readonly overlayClassName: string
  readonly modalClassName: string
}

/** Backdrop, frame, title, scrolling body and footer: what dialogs and drawers share. */
export function ModalFrame({ overlayClassName, modalClassName, isDismissable = true, ...props }: ModalFrameProps) {
  const { isOpen, onOpenChange, role = 'dialog', title, description, closeLabel, children, footer } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      className={classNames(
        'fixed inset-0 z-40 flex bg-backdrop data-entering:animate-fade data-exiting:animate-fade-out',
        overlayClassName,
      )}
    >
      <Modal className={classNames('flex min-h-0 min-w-0 border bg-surface shadow-float', modalClassName)}>
        <AriaDialog role={role} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          <header className="flex items-start gap-3 px-4 pt-4 pb-3">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <Heading slot="title" className="text-lg font-semibold">
                {title}
              </Heading>
              {description && <div className="text-muted">{description}</div>}
            </div>
            {closeLabel && <IconButton icon={X} label={closeLabel} slot="close" className="-mt-1 -mr-1" />}
          </header>
          {children !== undefined && (
            <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-1 pb-4">{children}</div>
          )}
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
