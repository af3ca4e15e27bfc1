import { CircleAlert, CircleCheck, Clock, LoaderCircle } from 'lucide-react'
import { classNames } from '../class-names.ts'

/** How it stands with what was just written: on its way, stored, waiting for the line, or not accepted. */
export type SavingState = 'saving' | 'saved' | 'waiting' | 'refused'

const looks = {
  saving: { Sign: LoaderCircle, className: 'text-muted', signClassName: 'animate-spin' },
  saved: { Sign: CircleCheck, className: 'text-muted', signClassName: 'text-health-on-track' },
  waiting: { Sign: Clock, className: 'text-attention', signClassName: '' },
  refused: { Sign: CircleAlert, className: 'text-danger', signClassName: '' },
} as const satisfies Record<SavingState, unknown>

export type StatusPillProps = {
  readonly state: SavingState
  /** The state in words. */
  readonly label: string
  readonly className?: string | undefined
}

/** The state of one's own words, beside them; changes are read aloud. */
export function StatusPill({ state, label, className }: StatusPillProps) {
  const { Sign, className: colour, signClassName } = looks[state]
  return (
    <span role="status" className={classNames('inline-flex items-center gap-1 text-xs', colour, className)}>
      <Sign size={12} aria-hidden className={classNames('shrink-0', signClassName)} />
      {label}
    </span>
  )
}
