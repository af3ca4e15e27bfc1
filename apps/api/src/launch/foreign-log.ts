import type { Envelope } from '@kolo/domain/events/envelope'
import type { Kernel } from '../kernel/kernel.ts'
import { eventsAfter } from '../kernel/log.ts'

/** What other processes write into the log, read once and told to this process's listeners. */
export type ForeignLog = {
  /** Somebody says that the space has events after this number, perhaps also which; often several say so. */
  heard(spaceId: string, after: number, events?: readonly Envelope[]): void
  /** Looks for itself, in one query: what nobody told is found too. */
  catchUp(): Promise<void>
  stop(): void
}

const page = 1_000
// Whoever is further behind leaves the rest to those who catch up by seq: browsers do.
const furthestBehind = 10_000

/** Follows the log from where it is now. */
export async function foreignLog(kernel: Kernel, onError: (error: unknown) => void): Promise<ForeignLog> {
  const heads = () => kernel.reads.selectFrom('space').select(['id', 'head']).execute()
  /** Up to here each space's events have been told, without a gap. */
  const known = new Map((await heads()).map(({ id, head }) => [id, head]))
  const knownOf = (spaceId: string): number => known.get(spaceId) ?? 0
  const wanted = new Map<string, number>()

  let stopped = false

  const stopHearingOwn = kernel.log.subscribe((events) => {
    for (const [spaceId, [first, ...rest]] of Map.groupBy(events, (event) => event.spaceId)) {
      // Behind a gap, what is in between was written elsewhere and is still to be heard of.
      if (first && first.seq <= knownOf(spaceId) + 1) advance(spaceId, rest.at(-1) ?? first)
    }
  }, 'own')
  /** What is known already needs no reading, where it leads on from what was told; says whether it did. */
  const tellAtOnce = (events: readonly Envelope[]): boolean => {
    const [first] = events
    const leadsOn =
      first !== undefined &&
      first.seq <= knownOf(first.spaceId) + 1 &&
      events.every(({ seq }, index) => seq === first.seq + index)
    if (leadsOn) tell(first.spaceId, events)
    return leadsOn
  }
  /** What a command came across is told before what it does. */
  const stopHearingFound = kernel.log.subscribe(tellAtOnce, 'found')
  const advance = (spaceId: string, { seq }: Envelope): void => void known.set(spaceId, Math.max(seq, knownOf(spaceId)))

  const tell = (spaceId: string, events: readonly Envelope[]): void => {
    const news = events.filter(({ seq }) => seq > knownOf(spaceId))
    const last = news.at(-1)
    if (!last) return
    advance(spaceId, last)
    kernel.log.publishForeign(news)
  }

  const readOn = async (spaceId: string): Promise<void> => {
    try {
      // A frame tells where something begins, not where it ends.
      for (let isMore = false; ;) {
        const goal = wanted.get(spaceId) ?? 0
        if (!isMore && goal <= knownOf(spaceId)) return
        const events = await eventsAfter(kernel.reads, spaceId, Math.max(knownOf(spaceId), goal - furthestBehind), page)
        isMore = events.length === page
        if (stopped) return
        // Nothing there: the frame was not ours.
        if (events.length === 0) return
        tell(spaceId, events)
      }
    } finally {
      wanted.delete(spaceId)
    }
  }
  const heard = (spaceId: string, after: number, events: readonly Envelope[] = []): void => {
    if (after < knownOf(spaceId) || tellAtOnce(events)) return
    const isReading = wanted.has(spaceId)
    wanted.set(spaceId, Math.max(after + 1, wanted.get(spaceId) ?? 0))
    if (!isReading) readOn(spaceId).catch(onError)
  }
  return {
    heard,
    stop() {
      stopped = true
      stopHearingOwn()
      stopHearingFound()
    },
    async catchUp() {
      const before = new Map(known)
      for (const { id, head } of await heads()) {
        // What was known before the question isn't there any more: the log was set back, and goes on from here.
        if (head < (before.get(id) ?? 0)) known.set(id, head)
        else if (head > knownOf(id)) heard(id, head - 1)
      }
    },
  }
}
