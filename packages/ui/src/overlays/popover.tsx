import type { ReactNode } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import type { Placement } from 'react-aria-components/Popover'
import { Popover as AriaPopover } from 'react-aria-components/Popover'
import { classNames } from '../class-names.ts'
import { floatingLook } from './floating-look.ts'

export type PopoverProps = {
  /** The button that opens it. */
  readonly trigger: ReactNode
  /** Names what opens. */
  readonly label: string
  readonly placement?: Placement
  /** Left out: the popover remembers itself. */
  readonly isOpen?: boolean | undefined
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined
  /** A function gets `close`. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
  readonly className?: string | undefined
}

// The dialog within has the name; a second one around it would only be read twice.
const unnamed = { 'aria-labelledby': '' }

/** A little room for details or a few fields, beside its button. */
export function Popover({
  trigger,
  label,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
  children,
  className,
}: PopoverProps) {
  return (
    <DialogTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger}
      <AriaPopover placement={placement} offset={4} {...unnamed} className={classNames(floatingLook, 'overflow-auto')}>
        <Dialog aria-label={label} className={classNames('w-80 max-w-full p-3 outline-none', className)}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
