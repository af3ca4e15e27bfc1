import { classNames } from '../class-names.ts'
import type { Health } from './health-mark.tsx'
import { HealthMark } from './health-mark.tsx'

const backgrounds: Readonly<Record<Health, string>> = {
  onTrack: 'bg-health-on-track-soft',
  atRisk: 'bg-health-at-risk-soft',
  offTrack: 'bg-health-off-track-soft',
  none: 'bg-health-none-soft',
}

export type HealthBadgeProps = {
  readonly health: Health
  /** The health in words. */
  readonly label: string
  readonly className?: string | undefined
}

/** A health by colour, shape and word. */
export function HealthBadge({ health, label, className }: HealthBadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5 items-center gap-1.5 rounded px-1.5 text-xs font-medium whitespace-nowrap text-text',
        backgrounds[health],
        className,
      )}
    >
      <HealthMark health={health} size={10} />
      {label}
    </span>
  )
}
