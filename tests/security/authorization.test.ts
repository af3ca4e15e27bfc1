import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absent, type Answer, call } from './calls.ts'
import { type Actor, actors, hosts, type Person } from './people.ts'
import { rows } from './rows.ts'
import type { Case } from './table.ts'
import { synced } from './synced.ts'
import { makeWorld, registeredProcedures, type World } from './world.ts'

const procedures = registeredProcedures()

/** Row D1 of the quality list: every procedure × every role × own, foreign and ended membership. */
describe('who may do what', () => {
  let world: World
  beforeAll(async () => {
    world = await makeWorld()
  })
  afterAll(async () => {
    await world.close()
    expect(world.served.failures).toEqual([])
  })

  it('has a row for every procedure, and none besides', () => {
    const missing = [...procedures.keys()].filter((path) => !(path in rows))
    const unknown = Object.keys(rows).filter((path) => !procedures.has(path))
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] })
  })

  for (const [path, cases] of Object.entries(rows)) {
    if (!procedures.has(path)) continue
    it.each(cases.map((each, index) => [`${each.about} (${index + 1})`, each] as const))(
      `${path}: %s`,
      async (_title, each) => {
        await refuses(world, path, each)
        await allows(world, path, each)
        if (procedures.get(path)?.kind === 'open') await world.signEverybodyIn()
      },
    )
  }
})

/** Sends it with a session for this call alone: some procedures end or replace the session. */
async function send(world: World, actor: Actor, path: string, input: unknown): Promise<Answer> {
  const procedure = procedures.get(path)!
  if (procedure.kind !== 'open') return call(world.served.url, world.cookie(actor), procedure, input)
  await world.served.hub.db.deleteFrom('auth_limit').execute()
  return call(world.served.url, await world.freshCookie(actor), procedure, input)
}

/** How much has been written; the server itself tells of edited documents when it likes. */
async function written(world: World): Promise<number> {
  const { rows } = await world.served.hub.pool.query<{ events: number }>(
    `select count(*)::integer as events from event where type <> 'document.revised'`,
  )
  return rows[0]!.events
}
const told = ({ code, details }: Pick<Answer, 'code' | 'details'>) => ({ code, details })

/** Whoever may not gets the answer of what doesn't exist, and nothing is written. */
async function refuses(world: World, path: string, each: Case): Promise<void> {
  const refused = actors.filter((actor) => !each.may.includes(actor))
  if (refused.length === 0) return
  const host = each.may.find((actor): actor is Person => actor !== 'signedOut') ?? hosts.commons
  const inputs = new Map<Actor, unknown>()
  const shared = await each.input(world, host)
  for (const actor of refused)
    inputs.set(actor, each.personal && actor !== 'signedOut' ? await each.input(world, actor) : shared)
  const before = await written(world)
  const answers: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  const sent = await Promise.all(refused.map((actor) => send(world, actor, path, inputs.get(actor))))
  for (const [index, actor] of refused.entries()) {
    answers[actor] = told(sent[index]!)
    expected[actor] = { code: actor === 'signedOut' && !each.open ? 'unauthenticated' : 'notFound', details: {} }
  }
  expect(answers).toEqual(expected)
  if (procedures.get(path)!.kind === 'command')
    for (const actor of refused) {
      if (actor === 'signedOut') continue
      answers[actor] = told(await world.tell(actor, path, inputs.get(actor)))
    }
  expect(answers, 'over the open connection').toEqual(expected)
  expect(await written(world)).toBe(before)
  const nothing = absent(shared)
  if (each.idempotent || JSON.stringify(nothing) === JSON.stringify(shared)) return
  expect(told(await send(world, host, path, nothing))).toEqual({ code: 'notFound', details: {} })
}

/** Whoever may gets it done, each on an input of their own; what a command did reaches every replica. */
async function allows(world: World, path: string, each: Case): Promise<void> {
  const answers: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const actor of each.may) {
    const input = await each.input(world, actor === 'signedOut' ? 'observer' : actor)
    const ask = () => send(world, actor, path, input)
    const answer =
      procedures.get(path)!.kind === 'command' && actor !== 'signedOut'
        ? await synced(world.served.hub, { path, input, personId: world.personId(actor) }, ask)
        : await ask()
    answers[actor] = answer.code === (each.answers ?? 'ok') ? answer.code : answer.body
    expected[actor] = each.answers ?? 'ok'
  }
  expect(answers).toEqual(expected)
}
