import type { Ref } from 'react'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Icon } from '../icon.ts'
import { Tooltip } from '../overlays/tooltip.tsx'
import type { ButtonSize, ButtonVariant } from './button-look.ts'
import { iconButtonLook } from './button-look.ts'

export type IconButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  readonly icon: Icon
  /** Its name: read aloud, and shown as a tooltip. */
  readonly label: string
  /** A key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined
  /** `plain` by default. */
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button that is only a drawing, named by a tooltip. */
export function IconButton({
  icon: Drawing,
  label,
  shortcut,
  variant = 'plain',
  size = 'md',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton {...props} aria-label={label} className={iconButtonLook(variant, size, className)}>
        <Drawing size={16} aria-hidden />
      </AriaButton>
    </Tooltip>
  )
}
