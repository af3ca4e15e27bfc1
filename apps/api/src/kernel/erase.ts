import { sql } from 'kysely'
import type { Tx } from './transaction.ts'

/**
 * Takes words out of events that are in the log already, as a deletion promises. The events stay, with their numbers and
 * the hashes of what was written, so that the chain still verifies and whoever folds the log ends where everybody is.
 *
 * Found by their author: `actorId` wrote them, not before `since`.
 */
export function eraseFromLog(
  tx: Tx,
  events: {
    readonly spaceId: string
    readonly actorId: string
    readonly since: string
    readonly types: readonly string[]
    /** The field of the payload that says which ones, and its value. */
    readonly of: Readonly<Record<string, string>>
    /** What stands in the payload instead: only fields that it has. */
    readonly emptied: Readonly<Record<string, unknown>>
    readonly now: string
  },
): void {
  tx.write((db) =>
    db
      .updateTable('event')
      .set({
        payload: sql`payload || (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(${JSON.stringify(events.emptied)}::jsonb) where payload ? key)`,
        erased_at: events.now,
      })
      .where('actor_id', '=', events.actorId)
      .where('at', '>=', events.since)
      .where('space_id', '=', events.spaceId)
      .where('type', 'in', events.types)
      .where(sql<boolean>`payload @> ${JSON.stringify(events.of)}::jsonb`),
  )
}
