import type { Envelope } from '@kolo/domain/events/envelope'
import type { Reads } from './transaction.ts'

/**
 * Told of committed events, after the commit. Those of one space come in the order of its log, but where a command on
 * several spaces has just let go of it: whoever applies them looks at their numbers. Must not throw.
 */
export type LogListener = (events: readonly Envelope[]) => void

/**
 * `own`: what this process committed; `found`: what a command came across that others had committed, to be told by whoever
 * follows them; `foreign`: what they told of others. All that browsers are told is `own` and `foreign`.
 */
type Whose = 'own' | 'found' | 'foreign'

/** Wakes those who derive something from the log. A hint: whoever misses one catches up by seq. */
export type LogWakeUps = {
  /** Without `whose`: own and foreign. */
  subscribe(listener: LogListener, whose?: Whose): () => void
  publish(events: readonly Envelope[]): void
  publishFound(events: readonly Envelope[]): void
  publishForeign(events: readonly Envelope[]): void
}

/** Makes the in-process wake-up line; `onError` hears of a listener that threw, `afterForeign` of what is foreign when all others have. */
export function logWakeUps(onError: (error: unknown) => void, afterForeign: LogListener): LogWakeUps {
  const listeners = new Set<{ readonly listener: LogListener; readonly wanted: readonly Whose[] }>()
  const tell = (events: readonly Envelope[], whose: Whose): void => {
    for (const { listener, wanted } of listeners) if (wanted.includes(whose)) attempt(listener, events)
  }
  const attempt = (listener: LogListener, events: readonly Envelope[]): void => {
    try {
      listener(events)
    } catch (error) {
      onError(error)
    }
  }
  return {
    subscribe(listener, whose) {
      const entry = { listener, wanted: whose ? [whose] : (['own', 'foreign'] as const) }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    publish: (events) => tell(events, 'own'),
    publishFound: (events) => tell(events, 'found'),
    publishForeign(events) {
      tell(events, 'foreign')
      attempt(afterForeign, events)
    },
  }
}

/** At most `limit` events of a space after `seq`, oldest first. The caller has checked who asks. */
export async function eventsAfter(db: Reads, spaceId: string, seq: number, limit: number): Promise<Envelope[]> {
  const rows = await db
    .selectFrom('event')
    .select(['space_id', 'seq', 'type', 'version', 'actor_id', 'command_id', 'at', 'payload'])
    .where('space_id', '=', spaceId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(envelopeOf)
}

/** An event as the log's table has it. */
export type EventRow = {
  space_id: string
  seq: number
  type: string
  version: number
  actor_id: string
  command_id: string
  at: string
  payload: Record<string, unknown>
}

/** An event's row as it travels. */
export function envelopeOf(row: EventRow): Envelope {
  return {
    spaceId: row.space_id,
    seq: row.seq,
    type: row.type,
    version: row.version,
    actorId: row.actor_id,
    commandId: row.command_id,
    at: row.at,
    payload: row.payload,
  }
}
