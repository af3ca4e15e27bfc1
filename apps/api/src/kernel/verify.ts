import { isDeepStrictEqual } from 'node:util'
import { emptySpace, foldSpace, type PartName } from '@kolo/domain/events/parts'
import { chainHash, hashOf } from './hash.ts'
import { envelopeOf, eventsAfter } from './log.ts'
import { type PartLoaders, takeSnapshot } from './snapshot.ts'
import type { Reads } from './transaction.ts'

const page = 1_000

/**
 * Walks a space's log: numbers without a gap, payloads as hashed, each hash over its predecessor, the head as recorded.
 * Beside a running server `db` must see one moment.
 */
export async function checkChain(db: Reads, spaceId: string): Promise<{ events: number; problems: string[] }> {
  const problems: string[] = []
  let seq = 0
  let hash = Buffer.alloc(0)
  for (;;) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(page)
      .execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) problems.push(`event ${seq + 1} is missing`)
      if (row.erased_at === null && !hashOf(row.payload).equals(row.payload_hash))
        problems.push(`the payload of event ${row.seq} is not what was written`)
      const expected = chainHash(hash, row.payload_hash, envelopeOf(row))
      if (!expected.equals(row.hash)) problems.push(`the chain breaks at event ${row.seq}`)
      seq = row.seq
      hash = Buffer.from(row.hash)
    }
    if (rows.length < page) break
  }
  const head = await db.selectFrom('space').select(['head', 'head_hash']).where('id', '=', spaceId).executeTakeFirst()
  if (head?.head !== seq) problems.push(`the head says ${head?.head}, the log ends at ${seq}`)
  if (head && !head.head_hash.equals(hash)) problems.push('the head’s hash is not the last event’s')
  return { events: seq, problems }
}

/** Folds a space's whole log from nothing and compares it with the state in the tables; `reads` see one moment. */
export async function checkState(reads: Reads, loaders: PartLoaders, spaceId: string): Promise<string[]> {
  const snapshot = await takeSnapshot(reads, loaders, spaceId)
  let state = emptySpace
  for (let seq = 0; seq < snapshot.seq;) {
    const events = await eventsAfter(reads, spaceId, seq, page)
    const last = events.at(-1)
    if (!last) break
    for (const event of events) state = foldSpace(state, event)
    seq = last.seq
  }
  const names = Object.keys(snapshot.parts) as PartName[]
  return names
    .filter(
      (name) =>
        !isDeepStrictEqual(JSON.parse(JSON.stringify(state[name])), JSON.parse(JSON.stringify(snapshot.parts[name]))),
    )
    .map((name) => `the events don't rebuild ${name}`)
}
