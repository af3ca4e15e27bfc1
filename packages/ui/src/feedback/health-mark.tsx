/** How a thing goes; `none`: not known yet. */
export type Health = 'onTrack' | 'atRisk' | 'offTrack' | 'none'

const drawings: Readonly<Record<Health, { readonly className: string; readonly path: string }>> = {
  onTrack: { className: 'fill-health-on-track', path: 'M6 1.4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2Z' },
  atRisk: { className: 'fill-health-at-risk', path: 'M6 .8 11.3 10.4H.7Z' },
  offTrack: { className: 'fill-health-off-track', path: 'M6 .4 11.6 6 6 11.6.4 6Z' },
  none: {
    className: 'fill-none stroke-health-none stroke-[1.5]',
    path: 'M6 2.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8Z',
  },
}

export type HealthMarkProps = {
  readonly health: Health
  /** Names it where no text stands beside. */
  readonly label?: string | undefined
  readonly size?: number
}

/** The sign of a health: circle, triangle, diamond or hollow dot, as on charts and map. */
export function HealthMark({ health, label, size = 12 }: HealthMarkProps) {
  const { className, path } = drawings[health]
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} className="shrink-0" {...naming}>
      <path d={path} className={className} />
    </svg>
  )
}
