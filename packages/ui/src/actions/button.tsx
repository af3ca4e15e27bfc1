import type { ReactNode, Ref } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Button as AriaButton } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import type { Icon } from '../icon.ts'
import type { ButtonSize, ButtonVariant } from './button-look.ts'
import { buttonLook } from './button-look.ts'
import { Spinner } from './spinner.tsx'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  /** The text; a verb. */
  readonly children: ReactNode
  /** `quiet` by default. */
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  /** Drawn before the text. */
  readonly icon?: Icon | undefined
  /** What is under way while `isPending`; read aloud. */
  readonly pendingLabel?: string | undefined
  /** For the place of the button, not for its look. */
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** Does something. While pending it keeps its width and focus, and can't be pressed again. */
export function Button({
  children,
  variant = 'quiet',
  size = 'md',
  icon: Drawing,
  pendingLabel,
  className,
  ...props
}: ButtonProps) {
  const hidden = props.isPending && 'invisible'
  return (
    <AriaButton {...props} className={buttonLook(variant, size, className)}>
      {Drawing && <Drawing size={size === 'sm' ? 14 : 16} aria-hidden className={classNames('shrink-0', hidden)} />}
      <span className={classNames(props.isPending && 'opacity-0')}>{children}</span>
      {props.isPending && (
        <Spinner label={pendingLabel ?? '…'} className="absolute inset-0 flex items-center justify-center" />
      )}
    </AriaButton>
  )
}
