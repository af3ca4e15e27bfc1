import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { Icon } from '../icon.ts'
import type { Tone } from './tone.ts'
import { softTones } from './tone.ts'

export type BadgeProps = {
  readonly children: ReactNode
  readonly tone?: Tone
  readonly icon?: Icon | undefined
  readonly className?: string | undefined
}

/** A word about the state of a thing. */
export function Badge({ children, tone = 'neutral', icon: Drawing, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5 max-w-full items-center gap-1 rounded px-1.5 text-xs font-medium',
        softTones[tone],
        className,
      )}
    >
      {Drawing && <Drawing size={12} aria-hidden className="shrink-0" />}
      <span className="truncate">{children}</span>
    </span>
  )
}
