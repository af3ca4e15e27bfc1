import type { CatchUp } from './catch-up.ts'
import type { OpenSpaces } from './open-spaces.ts'
import { type Beacon, inFrames } from './protocol.ts'
import type { Wire } from './transport.ts'

/** Which spaces the line brings news of. */
export type Subscriptions = {
  subscribe(spaceIds: readonly string[]): void
  /** Whoever is behind these heads, or has what lies beyond them, catches up. */
  heads(beacon: Beacon): void
}

/** Makes it; `subscribed` is called with what is heard of from now on. */
export function subscriptions(by: {
  wire: Wire
  spaces: OpenSpaces
  catchUp: CatchUp['catchUp']
  startAnew: CatchUp['startAnew']
  subscribed: (spaceIds: readonly string[]) => void
}): Subscriptions {
  const { wire, spaces, catchUp } = by
  const heads = ({ epoch, heads }: Beacon): void => {
    for (const [spaceId, { seq: head, last }] of Object.entries(heads)) {
      const entry = spaces.of(spaceId)
      if (!entry || entry.status === 'forbidden') continue
      const confirmed = entry.replica.confirmed()
      // Behind what was there the last time: the log was set back, as after a failover to a copy that lacked the end.
      const isSetBack = head < entry.seqAtLastBeacon
      entry.seqAtLastBeacon = isSetBack ? 0 : (confirmed?.seq ?? 0)
      // The same for one that has grown again since, as far or beyond.
      if (entry.replica.differsAt(head, last)) by.startAnew(entry)
      else if (!confirmed || isSetBack || confirmed.epoch !== epoch || confirmed.seq < head) catchUp(entry)
    }
  }
  const subscribeFrame = async (spaceIds: readonly string[]): Promise<void> => {
    const { heads: at, epoch, refused } = await wire.subscribe(spaceIds)
    for (const spaceId of refused) {
      const entry = spaces.of(spaceId)
      if (entry) spaces.forbid(entry)
    }
    by.subscribed(spaceIds)
    heads({ epoch, heads: at })
  }
  return {
    heads,
    subscribe(spaceIds) {
      for (const frame of inFrames(spaceIds)) void subscribeFrame(frame)
    },
  }
}
