import { freshSnapshot, type ServedHub } from '@kolo/api/testing'
import type { Envelope } from '@kolo/domain/events/envelope'
import { type Browser, openBrowser, type Stage } from './browser.ts'
import { type Chance, chanceOf } from './chance.ts'
import { virtualClock } from './clock.ts'
import { drawCommand, drawMarker, type Memory } from './commands.ts'
import type { Evidence, Happening, Rest, SpaceRecord } from './history.ts'
import { makeServer, type Server } from './server.ts'
import { type Character, makeWorld, type World } from './world.ts'

/** What a deliberate bug changes: the server as browsers meet it, or what is seen of a replica. */
export type Sabotage = {
  readonly server?: (server: Server, world: World) => Server
  readonly lens?: Stage['lens']
  readonly admits?: (isMember: boolean) => boolean
}

const twoDays = 2 * 24 * 60 * 60 * 1000
/** Who sits there, and by how much the computer's clock is wrong. */
const tabs: readonly [string, Character, number][] = [
  ['coordinator', 'coordinator', 0],
  ['partner', 'partner', twoDays],
  ['partner-2', 'partner', -twoDays],
  ['leaving', 'leaving', -twoDays],
]

/** Runs what a seed decides, lets everything come to rest, and hands over the evidence. */
export async function runSeed(
  served: ServedHub,
  { seed, steps, sabotage = {} }: { readonly seed: number; readonly steps: number; readonly sabotage?: Sabotage },
): Promise<Evidence> {
  const chance = chanceOf(seed)
  const world = await makeWorld(served, chance.fork())
  const clock = virtualClock()
  const history: Happening[] = []
  const honest = makeServer(world, clock, history, sabotage.admits)
  const server = sabotage.server?.(honest, world) ?? honest
  const stage: Stage = { server, clock, history, ...(sabotage.lens && { lens: sabotage.lens }) }
  const browsers = tabs.map(([name, character, wrongBy]) => {
    const spaceIds = world.spacesOf(character)
    return openBrowser(stage, { name, personId: world.personOf(character), spaceIds, chance: chance.fork(), wrongBy })
  })
  const memory: Memory = { messages: [], deleted: [] }
  await clock.pass(1_000)
  for (let step = 0; step < steps; step += 1) {
    await takeStep({ chance, world, server, browsers, memory })
    await clock.pass(chance.pick([0, 10, 50, 200, 700, 2_500]))
  }
  await comeToRest(browsers, world, stage)
  const evidence = await gather(world, server, browsers, history)
  for (const browser of browsers) browser.end()
  honest.stop()
  return evidence
}

type Scene = {
  readonly chance: Chance
  readonly world: World
  readonly server: Server
  readonly browsers: readonly Browser[]
  readonly memory: Memory
}

/** Mostly somebody writes; else the network, a page, a membership or the log's identity changes. */
async function takeStep({ chance, world, server, browsers, memory }: Scene): Promise<void> {
  const browser = chance.pickAny(browsers)!
  const dice = chance.next()
  if (dice < 0.05) browser.link.cut(chance.happens(0.5))
  else if (dice < 0.08) browser.link.halfOpen()
  else if (dice < 0.12) browser.reload(chance.happens(0.5))
  else if (dice < 0.17) await world.turnParticipation()
  else if (dice < 0.2) await world.turnCoordinator()
  else if (dice < 0.21) server.changeEpoch(chance.id())
  else write(chance, browser, world, memory)
}

function write(chance: Chance, browser: Browser, world: World, memory: Memory): void {
  const [commons, stage, own] = world.spacesOf(tabs.find(([name]) => name === browser.name)![1]) as [
    string,
    string,
    string,
  ]
  const spaceId = chance.pick([stage, stage, commons])
  const view = browser.space(spaceId).replica.view()
  if (!view) return
  const marker = chance.happens(0.06) ? drawMarker(chance, own, view) : undefined
  const command = marker ?? drawCommand(chance, spaceId, view, memory)
  if (command) browser.give(command)
}

const patience = 30

/** The network heals; everything that is under way arrives. Whether it does is for the checker to say. */
async function comeToRest(browsers: readonly Browser[], world: World, { clock }: Stage): Promise<void> {
  const { db } = world.served.hub
  for (const browser of browsers) browser.link.heal()
  for (let round = 0; round < patience; round += 1) {
    await clock.pass(10_000)
    for (const browser of browsers) await browser.lookAgain()
    const rows = await db
      .selectFrom('space')
      .select(['id', 'head'])
      .where('id', 'in', [...world.spaceIds])
      .execute()
    const head = new Map(rows.map((row) => [row.id, row.head]))
    const resting = browsers.every(
      (browser) =>
        unsentOf(browser) === 0 &&
        openedBy(browser, world).every(({ replica, status }) => {
          if (status() === 'forbidden') return true
          return status() === 'ready' && replica.confirmed()?.seq === head.get(replica.spaceId)
        }),
    )
    if (resting && round > 0) return
  }
}

const unsentOf = (browser: Browser): number =>
  browser.client.outbox.items().filter(({ state }) => state !== 'refused').length

const characterOf = (browser: Browser): Character => tabs.find(([name]) => name === browser.name)![1]
const openedBy = (browser: Browser, world: World) =>
  world.spacesOf(characterOf(browser)).map((spaceId) => browser.space(spaceId))

async function gather(
  world: World,
  server: Server,
  browsers: readonly Browser[],
  history: readonly Happening[],
): Promise<Evidence> {
  const rests: Rest[] = []
  for (const browser of browsers)
    for (const { replica, status } of openedBy(browser, world)) {
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
  const spaces = new Map<string, SpaceRecord>()
  for (const spaceId of world.spaceIds) spaces.set(spaceId, await recordOf(world, spaceId))
  return { history, rests, spaces, arrangements: world.arrangements }
}

/** Read from the tables, past the adapters and what the server remembers, so that nothing hides there. */
async function recordOf(world: World, spaceId: string): Promise<SpaceRecord> {
  const { db, pool } = world.served.hub
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
