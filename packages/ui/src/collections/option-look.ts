import { classNames } from '../class-names.ts'

/** The classes of a row in a floating list. */
export const optionLook = classNames(
  'flex min-h-8 cursor-default items-center gap-2 rounded px-2 py-1 text-base outline-none select-none',
  'data-disabled:opacity-50 pointer-coarse:min-h-11',
)

/** How a row shows that it is the one in question: lightly under the mouse, in teal from the keyboard. */
export const optionFocus = 'data-focused:bg-hover data-focus-visible:bg-action-soft'
