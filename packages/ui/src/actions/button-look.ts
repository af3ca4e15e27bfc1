import { classNames } from '../class-names.ts'

/** `primary`: the one thing to do here; `quiet`: everything else; `plain`: in rows and bars; `danger`: can't be undone. */
export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'

/** `sm` fits table rows and bars, `md` stands alone. */
export type ButtonSize = 'sm' | 'md'

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-transparent bg-action text-on-action data-hovered:bg-action-hover data-pressed:bg-action-hover',
  quiet: 'border-line-strong/60 bg-surface data-hovered:bg-hover data-pressed:bg-pressed',
  plain: 'border-transparent data-hovered:bg-hover data-pressed:bg-pressed',
  danger:
    'border-transparent bg-danger-fill text-on-danger data-hovered:bg-danger-fill-hover data-pressed:bg-danger-fill-hover',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: 'min-h-7 px-2 text-sm pointer-coarse:min-h-10',
  md: 'min-h-8 px-3 text-base pointer-coarse:min-h-11',
}

/** The classes of a button with a text; links that look like buttons share them. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, className: string | undefined): string {
  return classNames(
    'focus-ring relative inline-flex cursor-pointer items-center justify-center gap-1.5 rounded border py-1 font-medium',
    'no-underline transition-colors select-none',
    'data-disabled:cursor-default data-disabled:opacity-50 data-pending:cursor-progress',
    variants[variant],
    sizes[size],
    className,
  )
}

/** The classes of a button that is only an icon: a square. */
export function iconButtonLook(variant: ButtonVariant, size: ButtonSize, className: string | undefined): string {
  return classNames(
    'focus-ring inline-flex shrink-0 cursor-pointer items-center justify-center rounded border transition-colors',
    'data-disabled:cursor-default data-disabled:opacity-50 data-pending:cursor-progress',
    variants[variant],
    size === 'sm' ? 'size-7 pointer-coarse:size-10' : 'size-8 pointer-coarse:size-11',
    variant === 'plain' && 'text-muted data-hovered:text-text',
    className,
  )
}
