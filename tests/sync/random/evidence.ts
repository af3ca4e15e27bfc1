import { freshSnapshot } from '@kolo/api/testing'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { OpenSpace } from '@kolo/sync'
import type { Browser } from './browser.ts'
import type { Evidence, Happening, Kept, Rest, SpaceRecord } from './history.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

/** What is left of a run for the checker: browsers as they stand, and the tables. */
export async function gather(
  {
    world,
    server,
    history,
  }: { readonly world: World; readonly server: Server; readonly history: readonly Happening[] },
  seats: readonly { readonly browser: Browser; readonly opened: readonly OpenSpace[] }[],
): Promise<Evidence> {
  const rests: Rest[] = []
  for (const { browser, opened } of seats)
    for (const { replica, status } of opened) {
      const confirmed = replica.confirmed()
      rests.push({
        browser: browser.name,
        spaceId: replica.spaceId,
        member: await server.isMember(browser.personId, replica.spaceId),
        status: status(),
        epoch: confirmed?.epoch,
        seq: confirmed?.seq,
        parts: confirmed?.parts,
        view: replica.view(),
        unsent: unsentOf(browser),
        kept: await browser.keeps(replica.spaceId),
      })
    }
  const kept = seats.flatMap(({ browser }) =>
    browser.client.outbox.items().map(({ commandId, state, refusal }): Kept => ({
      browser: browser.name,
      commandId,
      refusal: state === 'refused' ? refusal?.code : undefined,
    })),
  )
  const spaces = new Map<string, SpaceRecord>()
  for (const spaceId of world.spaceIds) spaces.set(spaceId, await recordOf(world, spaceId))
  const done = await doneBy(world, [...new Set(seats.map(({ browser }) => browser.personId))])
  return { history, rests, kept, spaces, done, arrangements: world.arrangements }
}

export const unsentOf = (browser: Browser): number =>
  browser.client.outbox.items().filter(({ state }) => state !== 'refused').length

async function doneBy({ hub: { pool } }: World, people: readonly string[]): Promise<ReadonlySet<string>> {
  const text = `select command_id from command_result where actor_id = any($1::uuid[]) and outcome->>'status' = 'committed'`
  const { rows } = await pool.query<{ command_id: string }>(text, [people])
  return new Set(rows.map((row) => row.command_id))
}

/** Read from the tables, past the adapters and what the server remembers, so that nothing hides there. */
async function recordOf(world: World, spaceId: string): Promise<SpaceRecord> {
  const { db, pool } = world.hub
  const { head } = await db.selectFrom('space').select('head').where('id', '=', spaceId).executeTakeFirstOrThrow()
  const rows = await db.selectFrom('event').selectAll().where('space_id', '=', spaceId).orderBy('seq').execute()
  const events = rows.map((row): Envelope => ({
    spaceId,
    seq: row.seq,
    type: row.type,
    version: row.version,
    actorId: row.actor_id,
    commandId: row.command_id,
    at: row.at,
    payload: row.payload,
  }))
  const fresh = await freshSnapshot(pool, spaceId)
  return { head, events, fresh: JSON.parse(JSON.stringify(fresh)) as typeof fresh }
}
