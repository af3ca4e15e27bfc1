import type { ReactNode, Ref } from 'react'
import type { LinkProps as AriaLinkProps } from 'react-aria-components/Link'
import { Link as AriaLink } from 'react-aria-components/Link'
import type { Icon } from '../icon.ts'
import type { ButtonSize, ButtonVariant } from './button-look.ts'
import { buttonLook } from './button-look.ts'

export type LinkButtonProps = Omit<AriaLinkProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: Icon | undefined
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLAnchorElement>
}

/** Goes somewhere, and looks like a button. */
export function LinkButton({
  children,
  variant = 'quiet',
  size = 'md',
  icon: Drawing,
  className,
  ...props
}: LinkButtonProps) {
  return (
    <AriaLink {...props} className={buttonLook(variant, size, className)}>
      {Drawing && <Drawing size={size === 'sm' ? 14 : 16} aria-hidden className="shrink-0" />}
      <span>{children}</span>
    </AriaLink>
  )
}
