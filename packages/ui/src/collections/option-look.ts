import { classNames } from '../class-names.ts'

/** The classes of a row in a floating list. */
export const optionLook = classNames(
  'flex min-h-8 cursor-default items-center gap-2 rounded px-2 py-1 text-base text-text outline-none select-none',
  'data-focused:bg-hover data-focus-visible:bg-action-soft data-disabled:opacity-50 pointer-coarse:min-h-11',
)
