import { appRouter } from '@kolo/api/router'
import { expectCaughtUp, freshSnapshot, registeredCommands, type ServedHub } from '@kolo/api/testing'
import { emptySpace } from '@kolo/domain/events/parts'
import { expect } from 'vitest'
import type { Answer } from './calls.ts'

const commands = registeredCommands(appRouter)

/**
 * Row B1 of the quality list: in every space to which a command wrote, the old snapshot with its events equals a fresh
 * one; it wrote to none but those that it named before, and new ones; and what was done wrote to one at least.
 */
export async function synced(
  hub: ServedHub['hub'],
  { path, input, personId }: { readonly path: string; readonly input: unknown; readonly personId: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const command = commands.get(path)!
  const named = await command.spaces(hub.kernel.reads, command.input.parse(input), { personId })
  const heads = await headsOf(hub)
  const before = new Map(
    await Promise.all(
      named.filter((id) => heads.has(id)).map(async (id) => [id, await freshSnapshot(hub.pool, id)] as const),
    ),
  )
  const answer = await run()
  const written = [...(await headsOf(hub))].filter(([spaceId, head]) => heads.get(spaceId) !== head)
  // Where nothing happened, nothing would be proved.
  if (answer.code === 'ok') expect(written, `${path} changed nothing`).not.toEqual([])
  for (const [spaceId] of written) {
    const old = before.get(spaceId) ?? (heads.has(spaceId) ? undefined : { seq: 0, parts: emptySpace })
    expect(old, `${path} wrote to the space ${spaceId}, which it doesn’t name`).toBeDefined()
    await expectCaughtUp(hub.pool, spaceId, old!)
  }
  return answer
}

/** The last event of each space; the server itself tells of edited documents when it likes. */
async function headsOf({ db }: ServedHub['hub']): Promise<Map<string, number>> {
  const ends = await db
    .selectFrom('event')
    .select(({ fn }) => ['space_id', fn.max('seq').as('seq')])
    .where('type', '<>', 'document.revised')
    .groupBy('space_id')
    .execute()
  return new Map(ends.map(({ space_id: id, seq }) => [id, seq]))
}
