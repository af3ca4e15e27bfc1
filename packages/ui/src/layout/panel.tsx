import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from '../class-names.ts'

export type PanelProps = {
  readonly title?: string | undefined
  /** The heading's level on this page; 2 by default. */
  readonly level?: 2 | 3 | 4
  /** After the title, muted: a count, a date. */
  readonly note?: ReactNode
  /** At the end of the title's line. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The content reaches the edges: for lists and tables. */
  readonly isFlush?: boolean
  readonly className?: string | undefined
}

/** A surface within a page, with a hairline around it. */
export function Panel({ title, level = 2, note, actions, children, isFlush = false, className }: PanelProps) {
  const headingId = useId()
  const Heading = `h${level}` as const
  return (
    <section
      {...(title === undefined ? {} : { 'aria-labelledby': headingId })}
      className={classNames('flex min-w-0 flex-col rounded border bg-surface', className)}
    >
      {(title !== undefined || actions !== undefined) && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b px-4 py-1.5">
          {title !== undefined && (
            <Heading id={headingId} className="text-base font-semibold">
              {title}
            </Heading>
          )}
          {note && <span className="text-sm text-muted">{note}</span>}
          {actions && <div className="ml-auto flex items-center gap-1">{actions}</div>}
        </header>
      )}
      <div className={isFlush ? 'min-w-0' : 'flex min-w-0 flex-col gap-3 p-4'}>{children}</div>
    </section>
  )
}
