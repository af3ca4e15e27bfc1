import type { CatchUp } from './catch-up.ts'
import type { OpenSpaces } from './open-spaces.ts'
import type { Reachability } from './reachability.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { WireHandlers } from './transport.ts'

/** What happens when the line brings something. */
export function hearWire(by: {
  spaces: OpenSpaces
  reach: Reachability
  apply: CatchUp['apply']
  subscriptions: Subscriptions
  /** Without a line, whether anybody is there. */
  probe: () => void
  /** The line stands, and says something; or it broke. */
  lineHeard: () => void
  lineLost: () => void
  wake: () => void
  /** A space that isn't open here was closed to the person. */
  forgetUnopened: (spaceId: string) => void
  hint: () => void
  outdated: () => void
  changed: () => void
}): Required<WireHandlers> {
  const { spaces, reach, subscriptions, changed, hint } = by
  return {
    connected() {
      reach.lineStands()
      by.lineHeard()
      by.wake()
      changed()
      subscriptions.subscribe(spaces.all().map(({ replica }) => replica.spaceId))
      hint()
    },
    disconnected() {
      reach.lineBroke()
      by.lineLost()
      for (const entry of spaces.all()) entry.people = []
      changed()
      by.probe()
    },
    events(events, behind) {
      const entry = events[0] && spaces.of(events[0].spaceId)
      if (entry && entry.status !== 'forbidden') by.apply(entry, events, behind)
    },
    beacon(beacon) {
      by.lineHeard()
      subscriptions.heads(beacon)
    },
    presence({ spaceId, people }) {
      const entry = spaces.of(spaceId)
      if (entry) entry.people = people
      changed()
    },
    revoked(spaceId) {
      const entry = spaces.of(spaceId)
      if (entry) spaces.forbid(entry)
      else by.forgetUnopened(spaceId)
      hint()
    },
    hint,
    outdated: by.outdated,
  }
}
