import { classNames } from '@kolo/ui'
import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTexts } from '../../lib/texts.tsx'

/** How many steps the way has. */
const steps = 5

type Props = {
  readonly number: number
  readonly title: string
  /** How it stands, in words. */
  readonly state: string
  readonly isDone: boolean
  readonly children: ReactNode
}

/** A step of the way, with how it stands. */
export function Step({ number, title, state, isDone, children }: Props) {
  const { t, format } = useTexts('waves')
  const headingId = useId()
  return (
    <li>
      <section aria-labelledby={headingId} className="flex min-w-0 flex-col rounded border bg-surface">
        <header className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2">
          <span
            aria-hidden
            className={classNames(
              'flex size-7 shrink-0 items-center justify-center rounded-full border text-sm font-semibold tabular-nums',
              isDone ? 'border-action bg-action text-on-action' : 'border-line-strong text-muted',
            )}
          >
            {isDone ? <Check size={16} /> : format.number(number)}
          </span>
          <h2 id={headingId} className="text-base font-semibold">
            <span className="sr-only">{t('waves:stepOf', { number, total: steps })}: </span>
            {title}
          </h2>
          <span className="ml-auto text-sm text-muted">
            <span className="sr-only">{isDone ? t('waves:done') : t('waves:open')}: </span>
            {state}
          </span>
        </header>
        <div className="flex min-w-0 flex-col gap-3 p-4">{children}</div>
      </section>
    </li>
  )
}
