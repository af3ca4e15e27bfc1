import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { absent, type Answer, call } from './calls.ts'
import { type Actor, actors, everyPerson, hosts, type Person } from './people.ts'
import { rows } from './rows.ts'
import type { Case } from './table.ts'
import { synced } from './synced.ts'
import { makeWorld, newId, registeredProcedures, type World } from './world.ts'

const procedures = registeredProcedures()
/** Of those who are refused, these ask about what doesn't exist as well; over connections everybody does. */
const askForNothing: readonly Actor[] = ['reader', 'observer', 'foreignPartner', 'endedPartner']

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

  it('takes nothing but commands over a connection, and tells a query from nothing at all by no answer', async () => {
    const others = [...procedures.values()].filter(({ kind }) => kind !== 'command').map(({ path }) => path)
    const paths = [...others, 'threads.nothing', 'nothing.start', 'constructor', '__proto__', 'toString']
    const told = paths.map((path) => ({ path, input: { spaceId: world.spaces.commons } }))
    const replies = [
      ...(await world.tell('administrator', told.slice(0, 40))),
      ...(await world.tell('administrator', told.slice(40))),
    ]
    expect(replies.map((reply) => JSON.stringify(reply))).toEqual(paths.map(() => refusedReply))
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
async function send(
  world: World,
  actor: Actor,
  path: string,
  input: unknown,
  commandId: string = newId(),
): Promise<Answer> {
  const procedure = procedures.get(path)!
  if (procedure.kind !== 'open') return call(world.served.url, world.cookie(actor), procedure, input, commandId)
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
/** All that arrives of an answer over HTTP, and what arrives over a connection. */
const bytes = ({ status, body }: Answer): string => `${status} ${body}`
const refusedReply = '{"status":"refused","code":"notFound","details":{}}'

/** Whoever may not gets the answer of what doesn't exist, to the byte and over each way, and nothing is written. */
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
  const trying = refused.filter((actor) => askForNothing.includes(actor))
  const ofNothing = await Promise.all(trying.map((actor) => send(world, actor, path, absent(inputs.get(actor)))))
  const ofForeign = sent.filter((_, index) => refused[index] !== 'signedOut' || each.open)
  expect(new Set([...ofForeign, ...ofNothing].map(bytes)).size, 'one answer to all').toBeLessThanOrEqual(1)
  if (procedures.get(path)!.kind === 'command') await refusesOverLine(world, path, inputs)
  expect(await written(world)).toBe(before)
  const nothing = absent(shared)
  if (each.idempotent || JSON.stringify(nothing) === JSON.stringify(shared)) return
  expect(told(await send(world, host, path, nothing))).toEqual({ code: 'notFound', details: {} })
}

/** The same over the open connection of each. */
async function refusesOverLine(world: World, path: string, inputs: ReadonlyMap<Actor, unknown>): Promise<void> {
  const people = [...inputs.keys()].filter((actor): actor is Person => actor !== 'signedOut')
  const asked = people.map((person) => {
    const input = inputs.get(person)
    return world.tell(
      person,
      [input, absent(input)].map((each) => ({ path, input: each })),
    )
  })
  for (const [index, replies] of (await Promise.all(asked)).entries()) {
    const written = replies.map((reply) => JSON.stringify(reply))
    expect(written, `${people[index]} over the open connection`).toEqual([refusedReply, refusedReply])
  }
}

/** The id of somebody else's command is to whoever may not an id like any other. */
async function keepsToItself(
  world: World,
  each: Case,
  { path, input, commandId }: { readonly path: string; readonly input: unknown; readonly commandId: string },
): Promise<void> {
  const other = everyPerson.find((person) => !each.may.includes(person))
  if (other === undefined) return
  const [fresh, reused] = [await send(world, other, path, input), await send(world, other, path, input, commandId)]
  expect(bytes(reused), other).toBe(bytes(fresh))
  const [reply] = await world.tell(other, [{ path, input, commandId }])
  expect(JSON.stringify(reply), other).toBe(refusedReply)
}

/** Whoever may gets it done, each on an input of their own; what a command did reaches every replica. */
async function allows(world: World, path: string, each: Case): Promise<void> {
  const answers: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for (const actor of each.may) {
    const input = await each.input(world, actor === 'signedOut' ? 'observer' : actor)
    const commandId = newId()
    const ask = () => send(world, actor, path, input, commandId)
    const isCommand = procedures.get(path)!.kind === 'command' && actor !== 'signedOut'
    const answer = isCommand
      ? await synced(world.served.hub, { path, input, personId: world.personId(actor) }, ask)
      : await ask()
    if (isCommand && actor === each.may[0]) await keepsToItself(world, each, { path, input, commandId })
    answers[actor] = answer.code === (each.answers ?? 'ok') ? answer.code : answer.body
    expected[actor] = each.answers ?? 'ok'
  }
  expect(answers).toEqual(expected)
}
