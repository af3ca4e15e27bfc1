import type { Envelope } from '@kolo/domain/events/envelope'
import { sql } from 'kysely'
import { envelopeOf } from '../../kernel/log.ts'
import type { Reads } from '../../kernel/transaction.ts'

// The database weighs so many before it hands over what fits.
const page = 1_000

/**
 * At most `limit` events of a space after `seq`, oldest first, up to about `bytes` of what they say; the first of them,
 * whatever it weighs. The caller has checked who asks.
 */
export async function missedEvents(
  db: Reads,
  spaceId: string,
  { after, limit, bytes }: { readonly after: number; readonly limit: number; readonly bytes: number },
): Promise<Envelope[]> {
  const events: Envelope[] = []
  for (let left = bytes; ;) {
    const rows = await weighed(db, spaceId, after + events.length, Math.min(page, limit - events.length))
      .where(({ eb, or }) => or([eb('weight', '<=', left), eb('seq', '=', after + 1)]))
      .orderBy('seq')
      .execute()
    events.push(...rows.map(envelopeOf))
    left -= rows.at(-1)?.weight ?? 0
    if (rows.length < page || events.length >= limit || left <= 0) return events
  }
}

/** Events, each with the weight of all from the first up to it. */
function weighed(db: Reads, spaceId: string, after: number, limit: number) {
  const found = db
    .selectFrom('event')
    .select(['space_id', 'seq', 'type', 'version', 'actor_id', 'command_id', 'at', 'payload'])
    .where('space_id', '=', spaceId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
  const sums = db
    .selectFrom(found.as('found'))
    .selectAll()
    .select(sql<number>`sum(octet_length(payload::text)) over (order by seq)`.as('weight'))
  return db.selectFrom(sums.as('weighed')).selectAll()
}
