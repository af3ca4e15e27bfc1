import { classNames } from '../class-names.ts'
import { initials } from './initials.ts'
import { readableOn } from './readable-on.ts'

export type AvatarProps = {
  readonly name: string
  /** The colour of the person's organization, `#rrggbb`. */
  readonly color: string
  /** Edge in pixels: 20 in lines of text, 24 in lists, 32 in discussions, 48 on profiles. */
  readonly size?: 20 | 24 | 32 | 48
  /** Read the name aloud: where it doesn't stand beside. */
  readonly isNamed?: boolean
  /** `square` for organizations. */
  readonly shape?: 'round' | 'square'
  readonly className?: string | undefined
}

const sizes = {
  20: 'size-5 text-[9px]',
  24: 'size-6 text-[10px]',
  32: 'size-8 text-xs',
  48: 'size-12 text-lg',
} as const

/** A person (or organization) by initials, in the colour of the organization. */
export function Avatar({ name, color, size = 24, isNamed = false, shape = 'round', className }: AvatarProps) {
  const naming = isNamed ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true }
  return (
    <span
      {...naming}
      style={{ backgroundColor: color, color: readableOn(color) }}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center overflow-hidden leading-none font-semibold select-none',
        shape === 'round' ? 'rounded-full' : 'rounded',
        sizes[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  )
}
