import type { HubNode, HubNodes } from '@kolo/api/testing'
import { aboutSchema } from '@kolo/domain/projects/projects'
import { type Calls, callsOf } from './calls.ts'
import type { Chance } from './chance.ts'

/** Who writes in a project of the test's own: its coordinator, and two partners with an organization each. */
export const characters = ['coordinator', 'partner', 'leaving'] as const
export type Character = (typeof characters)[number]

/** A node, and how it is called. */
export type WorldNode = Calls & { readonly node: HubNode }

/** A project on a shared hub, and its people. */
export type World = {
  readonly hub: HubNodes
  readonly nodes: readonly WorldNode[]
  readonly epoch: string
  personOf(character: Character): string
  /** The spaces that a person opens: the commons, a stage, the person's own. */
  spacesOf(character: Character): readonly string[]
  readonly spaceIds: readonly string[]
  readonly arrangements: ReadonlySet<string>
  /** The spaces' newest numbers by now, as the tables have them. */
  heads(): Promise<ReadonlyMap<string, number>>
  /** The partner's second hat: coordinates too, or no longer. */
  turnCoordinator(): Promise<void>
  /** The organization of whoever leaves takes part no longer, or again. */
  turnParticipation(): Promise<void>
}

/** More than the writes after which a node begins to remember a space. */
const untilRemembered = 6

type Arrange = (path: string, input: unknown) => Promise<unknown>

/** Makes the project by the hub's own commands; each goes to the node that the seed draws. */
export async function makeWorld(hub: HubNodes, chance: Chance): Promise<World> {
  const nodes = hub.nodes.map((node) => ({ node, ...callsOf(node) }))
  const arrangements = new Set<string>()
  const arrange: Arrange = (path, input) => {
    // Ids of stages follow from it.
    const commandId = chance.id()
    arrangements.add(commandId)
    const node = nodes.length > 1 ? chance.pickAny(nodes) : nodes[0]
    return node!.arrange(path, commandId, input)
  }
  const { epoch } = await hub.db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
  const cast = await makeProject(hub, chance, arrange)
  const spaceIds = [cast.commons, cast.stage, ...cast.personal.values()]
  // Each of the busy spaces is remembered by one node, until the other writes.
  for (const spaceId of nodes.length > 1 ? [cast.commons, cast.stage] : []) {
    const { arrange: at } = chance.pickAny(nodes)!
    for (let count = 0; count < untilRemembered; count += 1) {
      const commandId = chance.id()
      arrangements.add(commandId)
      await at('threads.start', commandId, {
        spaceId,
        threadId: chance.id(),
        title: 'Busy',
        subject: { kind: 'space' },
      })
    }
  }
  let coordinates = false
  let participationId: string | undefined = cast.participationId
  return {
    hub,
    nodes,
    epoch,
    arrangements,
    spaceIds,
    personOf: (character) => cast.people.get(character)!,
    spacesOf: (character) => [cast.commons, cast.stage, cast.personal.get(character)!],
    async heads() {
      const rows = await hub.db.selectFrom('space').select(['id', 'head']).where('id', 'in', spaceIds).execute()
      return new Map(rows.map((row) => [row.id, row.head]))
    },
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

async function makeProject({ db }: HubNodes, chance: Chance, arrange: Arrange) {
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
