import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

/** A key of the keyboard. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={classNames(
        'inline-flex h-5 min-w-5 items-center justify-center rounded border px-1 font-sans text-xs text-muted',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
