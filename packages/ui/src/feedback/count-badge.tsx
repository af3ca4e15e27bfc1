import { classNames } from '../class-names.ts'

export type CountBadgeProps = {
  readonly count: number
  /** The count in words ("3 unread"), read instead of the number. */
  readonly label: string
  /** `attention` when somebody waits. */
  readonly tone?: 'neutral' | 'attention'
}

/** How many are new; nothing when there are none, 99+ from a hundred on. */
export function CountBadge({ count, label, tone = 'neutral' }: CountBadgeProps) {
  if (count <= 0) return null
  return (
    <span
      className={classNames(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-full px-1 text-xs font-medium tabular-nums',
        tone === 'attention' ? 'bg-attention text-on-attention' : 'bg-pressed text-text',
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
