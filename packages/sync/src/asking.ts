import type { CatchUp } from './catch-up.ts'
import type { OpenSpaces } from './open-spaces.ts'
import type { Reachability } from './reachability.ts'

const askEvery = 10_000
const probeWithin = 2_000

/** Where no socket gets through, what it would bring is asked for, until `isClosed`; `hint` is what it would hint at. Returns what asks whether anybody is there, once a line broke. */
export function askWithoutLine(by: {
  spaces: OpenSpaces
  reach: Reachability
  catchUp: CatchUp['catchUp']
  hint: () => void
  later: (work: () => void, milliseconds: number) => void
  random: () => number
  isClosed: () => boolean
}): { probe(): void } {
  const { spaces, reach, catchUp, later } = by
  const ask = (): void => {
    if (by.isClosed()) return
    if (!reach.isOnline()) {
      for (const entry of spaces.all()) if (!entry.retrying) catchUp(entry)
      if (reach.connection() === 'slow') by.hint()
    }
    later(ask, askEvery)
  }
  later(ask, askEvery)
  return {
    /** Asked once, and not by everybody in the same moment. */
    probe: () =>
      later(() => {
        const [entry] = spaces.all()
        if (entry && !reach.isOnline() && !by.isClosed()) catchUp(entry)
      }, probeWithin * by.random()),
  }
}
