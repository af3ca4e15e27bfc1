/** Allowances of many, each under its own name. */
export type Allowances = {
  /** Takes one from whoever it is; false where nothing is left. */
  take(name: string): boolean
  /** Gives one back that was taken before anybody knew better. */
  giveBack(name: string): void
}

type Left = { readonly left: number; readonly at: number }

const usuallyKnown = 20_000
const forgetEvery = 1_000
const keptOf = (most: number): number => Math.ceil(most * 0.75)

/**
 * Gives each name `burst` at once, and `perSecond` from then on. Whoever has been quiet until theirs was whole again is
 * forgotten, and of more than `most` those who have been quiet longest: nobody fills the memory with names.
 */
export function allowances(
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  { clock = Date.now, most = usuallyKnown }: { readonly clock?: () => number; readonly most?: number } = {},
): Allowances {
  /** Those who took last stand last. */
  const known = new Map<string, Left>()
  const refilled = (burst / perSecond) * 1_000
  const leftOf = (name: string, now: number): number => {
    const before = known.get(name)
    if (!before) return burst
    // A clock that is set back takes nothing away.
    return Math.min(burst, before.left + (Math.max(0, now - before.at) / 1_000) * perSecond)
  }
  let forgetAgainAt = 0
  /** Many at a time, and not with each call: finding the first of a map takes the longer the more were taken out of it. */
  const forgetQuiet = (now: number): void => {
    if (known.size <= most && now < forgetAgainAt) return
    forgetAgainAt = now + forgetEvery
    const atMost = known.size > most ? keptOf(most) : most
    for (const [name, { at }] of known) {
      if (known.size <= atMost && at + refilled > now) return
      known.delete(name)
    }
  }
  return {
    take(name) {
      const now = clock()
      const left = leftOf(name, now)
      const isEnough = left >= 1
      known.delete(name)
      known.set(name, { left: isEnough ? left - 1 : left, at: now })
      forgetQuiet(now)
      return isEnough
    },
    giveBack(name) {
      const before = known.get(name)
      if (before) known.set(name, { ...before, left: Math.min(burst, before.left + 1) })
    },
  }
}
