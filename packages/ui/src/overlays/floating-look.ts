import { classNames } from '../class-names.ts'

/** The classes of what floats over the page: a hairline, a breath of shadow, short motion. */
export const floatingLook = classNames(
  'max-w-[calc(100vw-1rem)] rounded border bg-raised text-text shadow-float outline-none',
  'data-entering:animate-appear data-exiting:animate-leave',
)
