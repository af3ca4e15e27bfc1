import type { HubNodes } from '@kolo/api/testing'
import { type Between, joinNodes } from './between.ts'
import { type Browser, openBrowser, type Stage } from './browser.ts'
import { type Chance, chanceOf } from './chance.ts'
import { virtualClock } from './clock.ts'
import { drawCommand, drawMarker, type Memory } from './commands.ts'
import { epochsOver } from './epochs.ts'
import { gather, unsentOf } from './evidence.ts'
import type { Evidence, Happening } from './history.ts'
import { makeServer, oneAddress, type Server, type Site } from './server.ts'
import { watchTraffic } from './traffic.ts'
import { type Character, makeWorld, type World } from './world.ts'

/** What a deliberate bug changes: the hub as browsers meet it, what a client stands on, or what is seen of a replica. */
export type Sabotage = Pick<Stage, 'lens' | 'disk'> & {
  readonly server?: (server: Server, world: World) => Server
  readonly admits?: (isMember: boolean) => boolean
  readonly ear?: Parameters<typeof joinNodes>[2]
}

/** What a seed does not decide. */
export type Run = {
  readonly seed: number
  readonly steps: number
  /** Nodes take their turns, or else write at once and let the database's locks decide: then another try may differ. */
  readonly inTurn?: boolean
  readonly sabotage?: Sabotage
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
export async function runSeed(hub: HubNodes, { seed, steps, inTurn = true, sabotage = {} }: Run): Promise<Evidence> {
  const chance = chanceOf(seed)
  const world = await makeWorld(hub, chance.fork())
  const clock = virtualClock()
  const history: Happening[] = []
  const epochs = epochsOver(world.epoch, history)
  const admits = sabotage.admits ?? ((isMember) => isMember)
  const site: Site = { world, clock, history, epochs, traffic: watchTraffic(inTurn), admits }
  const nodes = await Promise.all(world.nodes.map((node) => makeServer(site, node)))
  const between = nodes.length > 1 ? await joinNodes(site, chance.fork(), sabotage.ear) : undefined
  const honest = between ? oneAddress(nodes, chance.fork()) : nodes[0]!
  const server = sabotage.server?.(honest, world) ?? honest
  const stage: Stage = { ...sabotage, server, clock, history }
  const browsers = tabs.map(([name, character, wrongBy]) => {
    const spaceIds = world.spacesOf(character)
    return openBrowser(stage, { name, personId: world.personOf(character), spaceIds, chance: chance.fork(), wrongBy })
  })
  const memory: Memory = { messages: [], deleted: [] }
  const changeEpoch = (): void => epochs.change(chance.id())
  await clock.pass(1_000)
  for (let step = 0; step < steps; step += 1) {
    await takeStep({ chance, world, between, changeEpoch, browsers, memory })
    await clock.pass(chance.pick([0, 10, 50, 200, 700, 2_500]))
  }
  between?.heal()
  await comeToRest(browsers, world, stage)
  const seats = browsers.map((browser) => ({ browser, opened: openedBy(browser, world) }))
  const evidence = await gather({ world, server, history }, seats)
  for (const browser of browsers) browser.end()
  between?.stop()
  honest.stop()
  return evidence
}

type Scene = {
  readonly chance: Chance
  readonly world: World
  readonly between: Between | undefined
  changeEpoch(): void
  readonly browsers: readonly Browser[]
  readonly memory: Memory
}

/** Mostly somebody writes; else the network, a page, a membership or the log's identity changes. */
async function takeStep({ chance, world, between, changeEpoch, browsers, memory }: Scene): Promise<void> {
  const browser = chance.pickAny(browsers)!
  const dice = chance.next()
  if (dice < 0.05) browser.link.cut(chance.happens(0.5))
  else if (dice < 0.08) browser.link.halfOpen()
  else if (dice < 0.12) browser.reload(chance.happens(0.5))
  else if (dice < 0.17) await world.turnParticipation()
  else if (dice < 0.2) await world.turnCoordinator()
  else if (dice < 0.21) changeEpoch()
  else if (between && dice < 0.24) between.deafen(chance.below(20_000))
  else write({ chance, world, between, memory }, browser)
}

function write(
  { chance, world, between, memory }: Pick<Scene, 'chance' | 'world' | 'between' | 'memory'>,
  browser: Browser,
): void {
  const [commons, stage, own] = world.spacesOf(tabs.find(([name]) => name === browser.name)![1]) as [
    string,
    string,
    string,
  ]
  const spaceId = chance.pick([stage, stage, commons])
  const view = browser.space(spaceId).replica.view()
  if (!view) return
  const marker = chance.happens(0.06) ? drawMarker(chance, own, view) : undefined
  // Several nodes get more of what can go wrong between them.
  const among = between && chance.happens(0.5) ? 'decidedOnMemory' : 'all'
  const command = marker ?? drawCommand(chance, spaceId, view, memory, among)
  if (command) browser.give(command)
}

const patience = 30

/** The network heals; everything that is under way arrives. Whether it does is for the checker to say. */
async function comeToRest(browsers: readonly Browser[], world: World, { clock }: Stage): Promise<void> {
  for (const browser of browsers) browser.link.heal()
  for (let round = 0; round < patience; round += 1) {
    await clock.pass(10_000)
    for (const browser of browsers) await browser.lookAgain()
    const head = await world.heads()
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

const characterOf = (browser: Browser): Character => tabs.find(([name]) => name === browser.name)![1]
const openedBy = (browser: Browser, world: World) =>
  world.spacesOf(characterOf(browser)).map((spaceId) => browser.space(spaceId))
