import { Avatar } from './avatar.tsx'

/** Whom an avatar shows. */
export type AvatarPerson = { readonly id: string; readonly name: string; readonly color: string }

export type AvatarGroupProps = {
  /** Names the group: who they are together. */
  readonly label: string
  readonly people: readonly AvatarPerson[]
  /** How many are shown; 4 by default. */
  readonly max?: number
  /** Names those who aren't shown ("3 more"). */
  readonly moreLabel: (count: number) => string
  readonly size?: 20 | 24 | 32
}

/** Who is here, in little room. */
export function AvatarGroup({ label, people, max = 4, moreLabel, size = 24 }: AvatarGroupProps) {
  const shown = people.slice(0, max)
  const more = people.length - shown.length
  return (
    <ul aria-label={label} className="flex items-center">
      {shown.map(({ id, name, color }) => (
        <li key={id} className="-ml-1 flex rounded-full border-2 border-surface first:ml-0">
          <Avatar name={name} color={color} size={size} isNamed />
        </li>
      ))}
      {more > 0 && (
        <li className="ml-1 text-xs text-muted tabular-nums">
          <span aria-hidden>+{more}</span>
          <span className="sr-only">{moreLabel(more)}</span>
        </li>
      )}
    </ul>
  )
}
