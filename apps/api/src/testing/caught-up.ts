import type { Envelope } from '@kolo/domain/events/envelope'
import { foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import type { Pool } from 'pg'
import { expect } from 'vitest'
import { partLoaders } from '../features/parts.ts'
import { eventsAfter } from '../kernel/log.ts'
import { readTogether } from '../kernel/connection.ts'
import { type Snapshot, takeSnapshot } from '../kernel/snapshot.ts'

/** A space as somebody gets it who opens it now. */
export const freshSnapshot = (pool: Pool, spaceId: string): Promise<Snapshot> =>
  readTogether(pool, (reads) => takeSnapshot(reads, partLoaders, spaceId))

/** What a space was with the events since then equals a fresh snapshot; gives those events. */
export async function expectCaughtUp(
  pool: Pool,
  spaceId: string,
  { seq, parts }: Pick<Snapshot, 'seq' | 'parts'>,
): Promise<Envelope[]> {
  const { fresh, events } = await readTogether(pool, async (reads) => ({
    fresh: await takeSnapshot(reads, partLoaders, spaceId),
    events: await eventsAfter(reads, spaceId, seq, 10_000),
  }))
  expect(events.reduce<SpaceState>(foldSpace, parts)).toEqual(fresh.parts)
  expect(fresh.seq).toBe(seq + events.length)
  return events
}
