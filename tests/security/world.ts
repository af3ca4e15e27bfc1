import { randomUUID } from 'node:crypto'
import { appRouter } from '@kolo/api/router'
import { demoId, type ServedHub, servedHub } from '@kolo/api/testing'
import type { Reply } from '@kolo/sync'
import { call, callOrThrow, type Answer, type Procedure, type ProcedureKind } from './calls.ts'
import { type Actor, demoAccountOf, type Person, type Place } from './people.ts'
import { openLines, type Told } from './lines.ts'
import { makeStrangers } from './strangers.ts'

/** The demo network on a server of its own, with everybody who tries, and where they try. */
export type World = {
  readonly served: ServedHub
  readonly procedures: ReadonlyMap<string, Procedure>
  /** Ids of the spaces of the table. */
  readonly spaces: Readonly<Record<Place, string>>
  readonly projectId: string
  readonly slug: string
  personId(person: Person): string
  personalSpaceId(person: Person): Promise<string>
  cookie(actor: Actor): string | undefined
  signEverybodyIn(): Promise<void>
  /** A session for one call, for procedures that end or replace the session. */
  freshCookie(actor: Actor): Promise<string | undefined>
  ask(actor: Actor, path: string, input: unknown): Promise<Answer>
  /** Sends commands in one frame over the person's open connection. */
  tell(actor: Person, commands: readonly Told[]): Promise<readonly Reply[]>
  /** Asks and throws unless it works. */
  make(person: Person, path: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

type Registered = {
  readonly _def: { readonly type: string; readonly meta?: { readonly kind: ProcedureKind; readonly name: string } }
}

/** Every procedure of the hub, from the registry itself. */
export function registeredProcedures(): Map<string, Procedure> {
  const all = Object.entries(appRouter._def.procedures) as unknown as [string, Registered][]
  return new Map(
    all.map(([path, { _def }]) => {
      if (!_def.meta) throw new Error(`${path} doesn't say what it is.`)
      return [path, { path, kind: _def.meta.kind, type: _def.type as Procedure['type'] }]
    }),
  )
}

/** Builds the world; takes some seconds. */
export async function makeWorld(): Promise<World> {
  const served = await servedHub({ demo: true })
  const procedures = registeredProcedures()
  const people = new Map<Person, string>(
    Object.entries(demoAccountOf).map(([person, account]) => [person as Person, demoId(`person ${account}`)]),
  )
  const cookies = new Map<Actor, string>()
  const lines = openLines(served.url)
  const personId = (person: Person): string => {
    const id = people.get(person)
    if (id === undefined) throw new Error(`Nobody is ${person} yet.`)
    return id
  }
  const procedure = (path: string): Procedure => procedures.get(path) ?? { path, kind: 'query', type: 'query' }
  const make = (person: Person, path: string, input: unknown) =>
    callOrThrow(served.url, cookies.get(person) ?? '', procedure(path), input)
  const signEverybodyIn = async (): Promise<void> => {
    for (const person of people.keys()) cookies.set(person, await served.cookieOf(personId(person)))
  }
  await signEverybodyIn()

  const { db } = served.hub
  const network = await db.selectFrom('space').select('id').where('kind', '=', 'network').executeTakeFirstOrThrow()
  const project = await db.selectFrom('project').selectAll().executeTakeFirstOrThrow()
  const stages = await db.selectFrom('stage').select(['space_id', 'opened_at']).orderBy('position').execute()
  const spaces: Record<Place, string> = {
    network: network.id,
    coordination: project.coordination_space_id,
    commons: project.commons_space_id,
    openedStage: stages.find((stage) => stage.opened_at !== null)!.space_id,
    closedStage: stages.find((stage) => stage.opened_at === null)!.space_id,
    rollout: demoId('rollout space indjija problem-reporting'),
    municipality: demoId('municipality space indjija'),
  }
  const strangers = await makeStrangers({ make, spaces, coordinationSpaceId: project.coordination_space_id })
  for (const [person, id] of strangers) people.set(person, id)
  await signEverybodyIn()

  return {
    served,
    procedures,
    spaces,
    projectId: project.id,
    slug: project.slug,
    personId,
    async personalSpaceId(person) {
      const row = await db
        .selectFrom('person')
        .select('personal_space_id')
        .where('id', '=', personId(person))
        .executeTakeFirstOrThrow()
      return row.personal_space_id
    },
    signEverybodyIn,
    cookie: (actor) => cookies.get(actor),
    freshCookie: async (actor) => (actor === 'signedOut' ? undefined : served.cookieOf(personId(actor))),
    ask: (actor, path, input) => call(served.url, cookies.get(actor), procedure(path), input),
    tell: (actor, commands) => lines.send(cookies.get(actor) ?? '', commands),
    make,
    async close() {
      lines.close()
      await served.close()
    },
  }
}

/** A new id, as clients draw them. */
export const newId = (): string => randomUUID()
