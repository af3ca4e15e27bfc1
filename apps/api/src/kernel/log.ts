import type { Envelope } from '@kolo/domain/events/envelope'
import type { Reads } from './transaction.ts'

/**
 * Told of committed events, after the commit. Those of one space come in the order of its log, but where a command on
 * several spaces has just let go of it: whoever applies them looks at their numbers. Must not throw.
 */
export type LogListener = (events: readonly Envelope[]) => void

/** Wakes those who derive something from the log. A hint: whoever misses one catches up by seq. */
export type LogWakeUps = {
  /** `own`: only what this process committed; `foreign`: only what it heard of from others on the same database. */
  subscribe(listener: LogListener, which?: 'all' | 'own' | 'foreign'): () => void
  publish(events: readonly Envelope[]): void
  publishForeign(events: readonly Envelope[]): void
}

/** Makes the in-process wake-up line; `onError` hears of a listener that threw. */
export function logWakeUps(onError: (error: unknown) => void): LogWakeUps {
  const listeners = new Map<LogListener, 'all' | 'own' | 'foreign'>()
  const tell = (events: readonly Envelope[], foreign: boolean): void => {
    for (const [listener, which] of listeners) {
      if (which === (foreign ? 'own' : 'foreign')) continue
      try {
        listener(events)
      } catch (error) {
        onError(error)
      }
    }
  }
  return {
    subscribe(listener, which = 'all') {
      listeners.set(listener, which)
      return () => listeners.delete(listener)
    },
    publish: (events) => tell(events, false),
    publishForeign: (events) => tell(events, true),
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
