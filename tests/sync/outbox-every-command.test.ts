import { appRouter } from '@kolo/api/router'
import { freshSnapshot, registeredCommands, type ServedHub } from '@kolo/api/testing'
import { createSyncClient, type Disk, memoryDisk, type OpenSpace, type SyncClient } from '@kolo/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../browser/server.ts'
import type { Person } from '../security/people.ts'
import { rows } from '../security/rows.ts'
import { makeWorld, type World } from '../security/world.ts'
import { layLine, type OutboxLine } from './outbox-line.ts'
import { virtualClock } from './random/clock.ts'

const commands = registeredCommands(appRouter)
const paths = [...commands.keys()]
const [minute, hour] = [60_000, 3_600_000]

/** What somebody wrote while the line was down, and the disk on which it waits. */
type Written = { readonly by: Person; readonly disk: Disk; readonly spaceIds: readonly string[] }
type Page = { readonly client: SyncClient; readonly line: OutboxLine; readonly spaces: readonly OpenSpace[] }

/** The first case of the table of authorization that somebody may: whoever that is, and an input. */
function caseOf(path: string) {
  for (const each of rows[path] ?? []) {
    const by = each.may.find((actor): actor is Person => actor !== 'signedOut')
    if (by) return { by, input: (world: World) => each.input(world, by) as Promise<{ spaceId: string }> }
  }
  return undefined
}

/** Nothing that can be done in the hub is lost by hours without a line, nor by a server that is another one by then. */
describe('every command that waits in an outbox', () => {
  const clock = virtualClock()
  const written = new Map<string, Written>()
  let world: World
  let upgraded: TestServer

  const openPage = (by: Person, disk: Disk, url: string, spaceIds: readonly string[]): Page => {
    const line = layLine(url, world.cookie(by) ?? '')
    const client = createSyncClient({
      personId: world.personId(by),
      fetcher: line.fetcher,
      wire: line.wire,
      disk,
      now: clock.iso,
      later: clock.later,
      random: () => 0.5,
    })
    return { client, line, spaces: spaceIds.map((spaceId) => client.open(spaceId)) }
  }
  const until = (met: () => boolean): Promise<boolean> =>
    vi.waitUntil(() => clock.pass(1_000).then(met), { interval: 2, timeout: 20_000 })

  /** Somebody writes on a page whose line is down. */
  const write = async (path: string): Promise<Page> => {
    const { by, input } = caseOf(path)!
    const given = await input(world)
    const { name, spaces, input: schema } = commands.get(path)!
    const named = await spaces(world.served.hub.kernel.reads, schema.parse(given), { personId: world.personId(by) })
    const disk = memoryDisk()
    const page = openPage(by, disk, world.served.url, [])
    void page.client.send({ spaceId: given.spaceId, name, path, input: given })
    written.set(path, { by, disk, spaceIds: [...new Set([given.spaceId, ...named])] })
    return page
  }

  beforeAll(async () => {
    world = await makeWorld()
    const pages: Page[] = []
    for (const path of paths.filter(caseOf)) pages.push(await write(path))
    await clock.pass(6 * hour)
    for (const { client, line } of pages) {
      expect(client.outbox.items()).toMatchObject([{ state: 'waiting' }])
      expect(line.replies).toEqual([])
      client.close()
    }
    await world.served.serving.stop()
    // On a database of its own a server is a production, which takes no demo.
    await world.served.hub.pool.query('update installation set demo = false; update person set demo = false')
    upgraded = await startServer({
      dataDir: world.served.hub.env.dataDir,
      env: { DATABASE_URL: urlOf(world.served.hub), LOG_LEVEL: 'fatal', CALLS_PER_SECOND: '100000' },
    })
  })
  afterAll(async () => {
    await upgraded?.stop()
    await world.close()
    expect(world.served.failures).toEqual([])
  })

  /** What the log and the memory of commands have of it. */
  const recorded = async (commandId: string) => {
    const { db } = world.served.hub
    const events = await db.selectFrom('event').selectAll().where('command_id', '=', commandId).execute()
    const results = await db.selectFrom('command_result').selectAll().where('command_id', '=', commandId).execute()
    const last = new Map<string, number>()
    for (const { space_id: id, seq } of events) last.set(id, Math.max(seq, last.get(id) ?? 0))
    return { results: results.length, moments: new Set(events.map(({ at }) => String(at))).size, last }
  }

  it('[SYN18] has an input in the table of authorization', () => {
    expect(paths.filter((path) => !caseOf(path))).toEqual([])
    expect(paths.length).toBeGreaterThan(40)
  })

  it.each(paths)('[SYN18] [SYN20] [SYN26] %s: is done once, and shows what the server has', async (path) => {
    const { by, disk, spaceIds } = written.get(path)!
    const [item] = await disk.outbox.load()
    const { client, line, spaces } = openPage(by, disk, upgraded.url, spaceIds)
    await clock.pass(minute)
    expect(client.outbox.items()).toMatchObject([{ commandId: item!.commandId, state: 'waiting' }])
    line.putUp()
    await until(() => client.outbox.items().every(({ state }) => state === 'refused'))
    expect(client.outbox.items()).toEqual([])
    expect(await disk.outbox.load()).toEqual([])

    const { results, moments, last } = await recorded(item!.commandId)
    expect({ results, moments }).toEqual({ results: 1, moments: 1 })
    // The first answer was lost, and the same one came again.
    expect(line.replies.length).toBe(2)
    for (const reply of line.replies)
      expect(reply).toEqual({ status: 'committed', at: expect.arrayContaining(Array.from(last, at)) })

    await until(() => spaces.every((space) => space.status() !== 'loading'))
    expect(spaces[0]!.status()).toBe('ready')
    for (const { replica, status } of spaces) {
      if (status() === 'forbidden') continue
      const { epoch, seq, last, parts } = await freshSnapshot(world.served.hub.pool, replica.spaceId)
      await until(() => replica.confirmed()?.seq === seq)
      expect(replica.confirmed()).toEqual({ epoch, seq, last, parts })
      expect(replica.view()).toEqual(parts)
    }
    client.close()
  })
})

const at = ([spaceId, seq]: readonly [string, number]) => ({ spaceId, seq })

/** How a server in a process of its own reaches the database. */
function urlOf({ pool }: ServedHub['hub']): string {
  const { connectionString, host, port, user, database } = pool.options
  return connectionString ?? `postgres://${user}@127.0.0.1:${port}/${database}?host=${encodeURIComponent(host ?? '')}`
}
