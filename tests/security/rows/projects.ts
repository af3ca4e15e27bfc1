import { participants } from '../people.ts'
import { inPlaces, only, type Rows, signedIn } from '../table.ts'
import { accountOf } from '../things.ts'
import { newId, type World } from '../world.ts'

const described = { name: 'A project', shortName: 'Short', startsOn: '2026-01-01', endsOn: '2027-12-31', about: {} }
const ofProject = (world: World) => ({ projectId: world.projectId })
const places = ['network', 'coordination'] as const
const leaders = ['administrator', 'coordinator'] as const

/** The coordination space of the other project, whose coordinator has no say in the demo's. */
async function foreignCoordination(world: World): Promise<string> {
  const row = await world.served.hub.db
    .selectFrom('project')
    .select('coordination_space_id')
    .where('slug', '=', 'another-project')
    .executeTakeFirstOrThrow()
  return row.coordination_space_id
}

/** Administrators found projects and see that they exist; their content is for those who take part. */
export const projects: Rows = {
  'projects.create': inPlaces(['network'], ['administrator'], (world, { spaceId }) => ({
    spaceId,
    projectId: newId(),
    commonsSpaceId: newId(),
    coordinationSpaceId: newId(),
    slug: `p-${newId()}`,
    ...described,
    coordinatorId: world.personId('foreignCoordinator'),
    template: 'six-stage',
  })),
  'projects.describe': inPlaces(['commons'], ['coordinator'], (_world, { spaceId }) => ({
    spaceId,
    ...described,
    name: `Project ${newId()}`,
  })),
  'projects.setApproval': inPlaces(['commons'], ['coordinator'], async (world, { spaceId }) => {
    await world.make('coordinator', 'projects.setApproval', { spaceId, asksApproval: false })
    return { spaceId, asksApproval: true }
  }),
  'projects.appointCoordinator': [
    ...inPlaces(places, leaders, async (world, { spaceId }) => ({
      spaceId,
      ...ofProject(world),
      personId: await accountOf(world),
    })),
    ...only(
      [],
      async (world) => ({
        spaceId: await foreignCoordination(world),
        ...ofProject(world),
        personId: world.personId('foreignCoordinator'),
      }),
      'from another project',
    ),
  ],
  'projects.dismissCoordinator': [
    ...inPlaces(places, leaders, async (world, { spaceId, host }) => {
      const input = { spaceId, ...ofProject(world), personId: await accountOf(world) }
      await world.make(host, 'projects.appointCoordinator', input)
      return input
    }),
    ...only(
      [],
      async (world) => ({
        spaceId: await foreignCoordination(world),
        ...ofProject(world),
        personId: world.personId('coordinator'),
      }),
      'from another project',
    ),
  ],
  'projects.mine': signedIn(),
  'projects.administered': only(['administrator'], () => ({})),
  'projects.byId': only(participants, ofProject),
  'projects.overview': only(participants, (world) => ({ slug: world.slug })),
  'projects.matrix': only(participants, ofProject),
  'projects.map': only(participants, ofProject),
  'projects.navigation': only(participants, ofProject),
}
