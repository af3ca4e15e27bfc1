import { randomUUID } from 'node:crypto'
import { demoId } from '@kolo/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from './calls.ts'
import { hosts, type Person, type Place, places } from './people.ts'
import { rows } from './rows.ts'
import type { Case } from './table.ts'
import { columnOf, taskOf } from './things.ts'
import { makeWorld, registeredProcedures, type World } from './world.ts'

const procedures = registeredProcedures()
// What else an input names is part of the directory, of which coordinators choose.
const nouns = /^(threads|boards|documents|files|reports|indicators|stages)\./
const told = ({ status, code, details }: Answer) => ({ status, code, details })
const isPlace = (name: string): name is Place => name in places
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

type Input = { readonly spaceId: string }

/** Whoever names things of another space from the own one doesn't learn whether they exist (crossed-spaces: nor changes them). */
describe('from one’s own space', () => {
  let world: World
  /** Where these work themselves, by the place that they try to reach into. */
  let own: Readonly<Partial<Record<Person, (place: Place) => string>>>

  beforeAll(async () => {
    world = await makeWorld()
    const { data } = await world.ask('foreignCoordinator', 'spaces.mine', {})
    const spaces = data as { id: string; kind: string }[]
    const ofKind = (kind: string): string => spaces.find((space) => space.kind === kind)!.id
    own = {
      foreignCoordinator: (place) => ofKind(place === 'commons' || place === 'coordination' ? place : 'stage'),
      reader: (place) =>
        place === 'municipality' ? demoId('municipality space tivat') : demoId('rollout space tivat problem-reporting'),
    }
  })
  afterAll(() => world.close())

  /** Sends it from the own space: it is answered as if nothing of what it names existed. */
  const tries = async (path: string, place: Place, by: Person, each: Case): Promise<void> => {
    const input = (await each.input(world, hosts[place])) as Input
    const mine = { ...input, spaceId: own[by]!(place) }
    const nothing = JSON.parse(
      JSON.stringify(mine).replace(uuid, (id) => (id === mine.spaceId ? id : randomUUID())),
    ) as unknown
    const answer = await world.ask(by, path, mine)
    expect(told(answer), by).toEqual(told(await world.ask(by, path, nothing)))
    expect(answer.status, by).toBeLessThan(500)
  }

  it('they have the right to work in their own spaces', async () => {
    const places = ['commons', 'closedStage', 'rollout', 'municipality'] as const
    for (const by of ['foreignCoordinator', 'reader'] as const) {
      for (const place of places) {
        const thread = { threadId: randomUUID(), title: 'Own', subject: { kind: 'space' } }
        await world.make(by, 'threads.start', { spaceId: own[by]!(place), ...thread })
      }
    }
    const taskId = await taskOf(world, 'coordinator', world.spaces.rollout)
    const foreign = { taskId, columnId: await columnOf(world, world.spaces.rollout), afterTaskId: null }
    const spaceId = demoId('rollout space tivat problem-reporting')
    const mine = await taskOf(world, 'reader', spaceId)
    const { code } = await world.ask('reader', 'boards.moveTask', { spaceId, ...foreign, taskId: mine })
    expect(code).toBe('notFound')
    const columnId = await columnOf(world, spaceId)
    await world.make('reader', 'boards.moveTask', { spaceId, taskId: mine, columnId, afterTaskId: taskId })
  })

  const commands = Object.keys(rows).filter((path) => nouns.test(path) && procedures.get(path)?.kind === 'command')
  it.each(commands)('%s tells of nothing elsewhere', async (path) => {
    for (const each of rows[path] ?? []) {
      const place = each.about
      if (!isPlace(place) || place === 'network') continue
      for (const by of ['foreignCoordinator', 'reader'] as const) await tries(path, place, by, each)
    }
  })
})
