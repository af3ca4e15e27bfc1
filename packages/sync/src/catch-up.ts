import type { Envelope } from '@kolo/domain/events/envelope'
import type { OnError } from './on-error.ts'
import type { OpenSpaces } from './open-spaces.ts'
import type { Reachability } from './reachability.ts'
import type { Replica } from './replica.ts'
import type { SpaceEntry } from './space-entry.ts'
import type { Fetcher } from './transport.ts'

/** Brings spaces to the server's head. */
export type CatchUp = {
  /** By asking for what is missing, one question at a time for each space. */
  catchUp(entry: SpaceEntry): void
  /** By what was pushed behind this command, as far as that goes. */
  apply(entry: SpaceEntry, events: readonly Envelope[], behind?: string): void
  /** By a snapshot: the log has other events than are held here. */
  startAnew(entry: SpaceEntry): void
}

const retryAfter = 2_000

/** Makes it; `isClosed` says that nobody wants to know any more. */
export function catchingUp(by: {
  fetcher: Fetcher
  spaces: OpenSpaces
  reach: Reachability
  later: (work: () => void, milliseconds: number) => void
  isClosed: () => boolean
  onError: OnError
}): CatchUp {
  const { fetcher, spaces, reach } = by

  const catchUp = async (entry: SpaceEntry): Promise<void> => {
    if (entry.catching) {
      entry.again = true
      return
    }
    entry.catching = true
    try {
      await untilCaughtUp(entry)
    } catch (error) {
      failed(entry, error)
    } finally {
      entry.catching = false
    }
  }
  const untilCaughtUp = async (entry: SpaceEntry): Promise<void> => {
    do {
      entry.again = false
      const outcome = await catchUpOnce(entry, fetcher)
      reach.answered(outcome !== 'no answer')
      // The beacon, the next connection or this timer tries again.
      if (outcome === 'no answer') return retry(entry)
      if (outcome === 'forbidden') spaces.forbid(entry)
    } while (entry.again && entry.status !== 'forbidden')
    spaces.ready(entry)
  }
  /** The next beacon tries again, but an error that stays is told once. */
  const failed = (entry: SpaceEntry, error: unknown): void => {
    const seq = entry.replica.confirmed()?.seq ?? 0
    if (entry.stuckAt === seq) return
    entry.stuckAt = seq
    by.onError(error)
  }
  const retry = (entry: SpaceEntry): void => {
    if (entry.retrying) return
    entry.retrying = true
    by.later(() => {
      entry.retrying = false
      if (!by.isClosed() && spaces.all().includes(entry)) void catchUp(entry)
    }, retryAfter)
  }
  const startAnew = (entry: SpaceEntry): void => {
    entry.isOfAnotherLog = true
    void catchUp(entry)
  }
  return {
    catchUp: (entry) => void catchUp(entry),
    startAnew,
    apply(entry, events, behind) {
      const { replica } = entry
      try {
        if (differs(replica, events, behind)) startAnew(entry)
        else if (isUnconnected(replica, events, behind) || replica.apply(events) === 'gap') void catchUp(entry)
      } catch (error) {
        failed(entry, error)
      }
    },
  }
}

/** Whether what was pushed belongs to a log that has other events where the replica has its own. */
const differs = (replica: Replica, events: readonly Envelope[], behind: string | undefined): boolean =>
  (events[0] && replica.differsAt(events[0].seq - 1, behind)) ||
  events.some(({ seq, commandId }) => replica.differsAt(seq, commandId))

/** Whether nothing says that the events follow on what the replica has last: neither the first of them, nor what they are behind. */
function isUnconnected(replica: Replica, [first]: readonly Envelope[], behind: string | undefined): boolean {
  const seq = replica.confirmed()?.seq
  return behind === undefined && first !== undefined && first.seq > 1 && first.seq - 1 === seq
}

/** Brings a space to the server's head once: by its events, or by a fresh snapshot. */
async function catchUpOnce(entry: SpaceEntry, fetcher: Fetcher): Promise<'caught up' | 'forbidden' | 'no answer'> {
  const { replica, opening } = entry
  // It may have been closed while the answer travelled, and even opened again: then it is asked once more.
  const isClosed = (): boolean => entry.status === 'forbidden' || entry.opening !== opening
  const closed = (): 'caught up' | 'forbidden' => (entry.status === 'forbidden' ? 'forbidden' : 'caught up')
  const confirmed = replica.confirmed()
  if (confirmed && !entry.isOfAnotherLog) {
    const { epoch, seq, last } = confirmed
    const answer = await unlessAway(() => fetcher.eventsAfter(replica.spaceId, epoch, seq, last))
    if (!answer) return 'no answer'
    if (isClosed()) return closed()
    if (answer === 'forbidden') return answer
    if (answer.kind === 'events') {
      const before = confirmed.seq
      replica.apply(answer.events)
      const seq = replica.confirmed()?.seq ?? before
      // Large events come in several answers.
      if (seq > before && seq < (answer.head ?? seq)) entry.again = true
      return 'caught up'
    }
  }
  const snapshot = await unlessAway(() => fetcher.snapshot(replica.spaceId))
  if (!snapshot) return 'no answer'
  if (isClosed()) return closed()
  if (snapshot === 'forbidden') return snapshot
  entry.isOfAnotherLog = false
  // Events that were applied while the snapshot travelled are newer: keep them, unless all was to be given up.
  const now = replica.confirmed()
  if (now === undefined || confirmed || now.epoch !== snapshot.epoch || now.seq < snapshot.seq) replica.reset(snapshot)
  return 'caught up'
}

/** Undefined where no answer came. */
async function unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
