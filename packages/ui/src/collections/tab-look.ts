import { classNames } from '../class-names.ts'

/** The row of tabs: a hairline below. Without room it scrolls sideways on a phone, and breaks elsewhere. */
export const tabListLook =
  'flex gap-x-4 overflow-x-auto border-b [scrollbar-width:none] sm:flex-wrap sm:overflow-visible'

/** A tab; the chosen one has a bar below, and weighs more. */
export const tabLook = classNames(
  'focus-ring-inset relative -mb-px flex min-h-9 shrink-0 cursor-pointer items-center gap-1.5 rounded-t px-0.5',
  'border-b-2 border-transparent text-base whitespace-nowrap text-muted no-underline transition-colors',
  'data-hovered:text-text data-selected:border-action data-selected:font-medium data-selected:text-text',
  'data-current:border-action data-current:font-medium data-current:text-text',
  'data-disabled:cursor-default data-disabled:opacity-50 pointer-coarse:min-h-11',
)
