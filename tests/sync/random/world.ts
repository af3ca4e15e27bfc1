import { appRouter } from '@kolo/api/router'
import { registeredCommands, runFrame, type ServedHub } from '@kolo/api/testing'
import { DomainError } from '@kolo/domain/core/errors'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { aboutSchema } from '@kolo/domain/projects/projects'
import { type Answer, answersIn, frameOf, type OutboxItem } from '@kolo/sync'
import type { Chance } from './chance.ts'

/** Who writes in a project of the test's own: its coordinator, and two partners with an organization each. */
export const characters = ['coordinator', 'partner', 'leaving'] as const
export type Character = (typeof characters)[number]

/** A project on a shared hub, and its people. */
export type World = {
  readonly served: ServedHub
  readonly epoch: string
  personOf(character: Character): string
  /** The spaces that a person opens: the commons, a stage, the person's own. */
  spacesOf(character: Character): readonly string[]
  readonly spaceIds: readonly string[]
  readonly arrangements: ReadonlySet<string>
  run(personId: string, path: string, commandId: string, input: unknown): Promise<Answer>
  /** Commands in one frame, as they come over a connection. */
  runTogether(personId: string, items: readonly OutboxItem[]): Promise<readonly Answer[]>
  ask<Output>(personId: string, path: string, input: unknown): Promise<Output | 'forbidden'>
  /** The partner's second hat: coordinates too, or no longer. */
  turnCoordinator(): Promise<void>
  /** The organization of whoever leaves takes part no longer, or again. */
  turnParticipation(): Promise<void>
}

type Caller = Record<string, Record<string, (input: unknown) => Promise<unknown>> | undefined>

/** Makes the project by the hub's own commands. */
export async function makeWorld(served: ServedHub, chance: Chance): Promise<World> {
  const { kernel } = served.hub
  // In virtual time nobody calls too often.
  const limits = { count: () => undefined }
  const commands = registeredCommands(appRouter)
  const callers = new Map<string, Caller>()
  const callerOf = (personId: string): Caller => {
    const sender = personId === SYSTEM_ACTOR_ID ? { personId, system: true } : { personId }
    const context = { kernel, identity: served.serving.identity, sender, session: undefined, limits, protocol: null }
    const made = callers.get(personId) ?? (appRouter as unknown as Callable).createCaller(context)
    callers.set(personId, made)
    return made
  }
  const invoke = (personId: string, path: string, input: unknown): Promise<unknown> => {
    const [noun = '', verb = ''] = path.split('.')
    const procedure = callerOf(personId)[noun]?.[verb]
    if (!procedure) throw new Error(`The hub has no ${path}.`)
    return procedure(input)
  }
  const arrangements = new Set<string>()
  const arrange = (path: string, input: unknown): Promise<unknown> => {
    // Ids of stages follow from it.
    const commandId = chance.id()
    arrangements.add(commandId)
    return invoke(SYSTEM_ACTOR_ID, path, { commandId, input })
  }
  const { epoch } = await served.hub.db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
  const cast = await makeProject(served, chance, arrange)
  let coordinates = false
  let participationId: string | undefined = cast.participationId
  return {
    served,
    epoch,
    arrangements,
    spaceIds: [cast.commons, cast.stage, ...cast.personal.values()],
    personOf: (character) => cast.people.get(character)!,
    spacesOf: (character) => [cast.commons, cast.stage, cast.personal.get(character)!],
    run: (personId, path, commandId, input) => answered(() => invoke(personId, path, { commandId, input })),
    async runTogether(personId, items) {
      const frames = { kernel, commands, limits, onFailure: () => undefined }
      return answersIn(await runFrame(frames, frameOf(items), async () => personId))
    },
    ask: (personId, path, input) => unlessForbidden(() => invoke(personId, path, input)) as never,
    async turnCoordinator() {
      const input = { spaceId: cast.network, projectId: cast.projectId, personId: cast.people.get('partner') }
      await arrange(coordinates ? 'projects.dismissCoordinator' : 'projects.appointCoordinator', input)
      coordinates = !coordinates
    },
    async turnParticipation() {
      const spaceId = cast.coordination
      const { organizationId } = cast
      if (participationId === undefined) {
        participationId = chance.id()
        const input = { spaceId, participationId, organizationId, role: 'partner' }
        await arrange('organizations.addParticipation', input)
      } else {
        await arrange('organizations.endParticipation', { spaceId, participationId })
        participationId = undefined
      }
    },
  }
}

type Callable = { createCaller(context: unknown): Caller }

async function makeProject(
  served: ServedHub,
  chance: Chance,
  arrange: (path: string, input: unknown) => Promise<unknown>,
) {
  const { db } = served.hub
  const network = (await db.selectFrom('space').select('id').where('kind', '=', 'network').executeTakeFirstOrThrow()).id
  const people = new Map(characters.map((character) => [character, chance.id()]))
  const personal = new Map(characters.map((character) => [character, chance.id()]))
  for (const [character, personId] of people) {
    const personalSpaceId = personal.get(character)
    const account = { name: character, email: `${personId}@test.example`, rendition: 'en' }
    await arrange('people.add', { spaceId: network, personId, personalSpaceId, ...account })
  }
  const [projectId, commons, coordination] = [chance.id(), chance.id(), chance.id()]
  const dates = { startsOn: '2026-05-01', endsOn: '2027-02-28' }
  const named = {
    slug: `p-${projectId.slice(0, 8)}`,
    name: 'Toolkit',
    shortName: 'Toolkit',
    about: aboutSchema.parse({}),
  }
  await arrange('projects.create', {
    spaceId: network,
    projectId,
    commonsSpaceId: commons,
    coordinationSpaceId: coordination,
    ...named,
    ...dates,
    coordinatorId: people.get('coordinator'),
    template: 'six-stage',
  })
  const participations: { organizationId: string; participationId: string }[] = []
  for (const character of ['partner', 'leaving'] as const) {
    const [organizationId, participationId] = [chance.id(), chance.id()]
    const organization = { kind: 'partner', name: `${character} ${organizationId}`, country: 'RS', color: '#2e7d5b' }
    await arrange('organizations.create', { spaceId: network, organizationId, ...organization })
    const seat = { organizationId, seat: 'focalPoint', personId: people.get(character) }
    await arrange('organizations.fillSeat', { spaceId: network, ...seat })
    const part = { participationId, organizationId, role: 'partner' }
    await arrange('organizations.addParticipation', { spaceId: coordination, ...part })
    participations.push({ organizationId, participationId })
  }
  const stage = await db
    .selectFrom('stage')
    .select('space_id')
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { network, people, personal, projectId, commons, coordination, stage: stage.space_id, ...participations[1]! }
}

/** As the browser's transport does: a refusal is final, everything else leaves open what happened. */
async function answered(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return (await work()) as Answer
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal || refusal.code === 'unavailable') return { status: 'unknown' }
    return { status: 'refused', code: refusal.code, details: refusal.details }
  }
}

async function unlessForbidden(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (refusalIn(error)?.code === 'notFound') return 'forbidden'
    throw error
  }
}

const refusalIn = (error: unknown): DomainError | undefined =>
  error instanceof Error && error.cause instanceof DomainError ? error.cause : undefined
