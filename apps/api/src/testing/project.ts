import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { OrganizationKind, SeatKind } from '@kolo/domain/core/roles'
import { aboutSchema } from '@kolo/domain/projects/projects'
import { createProject } from '../features/projects/commands/create-project.ts'
import { createRollout } from '../features/rollouts/commands/create-rollout.ts'
import type { TestHub } from './hub.ts'

const now = (): string => new Date().toISOString()

/** An organization that takes part in a project, with one person in each of these seats. */
export async function takingPart(
  hub: TestHub,
  projectId: string,
  as: { kind: OrganizationKind; role?: 'lead'; seats?: readonly SeatKind[]; municipalityId?: string },
): Promise<{ organizationId: string; spaceId: string | null; people: string[] }> {
  const organizationId = randomUUID()
  const spaceId = as.kind === 'municipality' ? await hub.space('municipality', {}) : null
  const organization = {
    id: organizationId,
    kind: as.kind,
    name: `${as.kind} ${organizationId.slice(0, 4)}`,
    country: 'RS',
    color: '#2e7d5b',
  }
  const row = { ...organization, municipality_id: as.municipalityId ?? null, space_id: spaceId, created_at: now() }
  await hub.db.insertInto('organization').values(row).execute()
  const role = as.role ?? as.kind
  const participation = {
    id: randomUUID(),
    project_id: projectId,
    organization_id: organizationId,
    role,
    since: now(),
    ended_at: null,
  }
  await hub.db.insertInto('participation').values(participation).execute()
  const people: string[] = []
  for (const seat of as.seats ?? ['focalPoint']) {
    const personId = await hub.person(`${as.kind} ${seat}`)
    const seatId = randomUUID()
    await hub.db
      .insertInto('seat')
      .values({ id: seatId, organization_id: organizationId, kind: seat, created_at: now() })
      .execute()
    await hub.db.insertInto('seat_holder').values({ seat_id: seatId, person_id: personId, since: now() }).execute()
    people.push(personId)
  }
  await grantMembers(hub)
  return { organizationId, spaceId, people }
}

/** Brings the table of members in line with the facts that a test inserted past the commands. */
export async function grantMembers(hub: TestHub): Promise<void> {
  await hub.pool.query('insert into space_member select * from granted_member on conflict do nothing')
}

/** A project made by its command, with its coordinator. */
export async function testProject(hub: TestHub, slug = `p-${randomUUID().slice(0, 8)}`) {
  const coordinatorId = await hub.person('Coordinator')
  const [projectId, commonsSpaceId, coordinationSpaceId] = [randomUUID(), randomUUID(), randomUUID()]
  const input = {
    spaceId: hub.networkSpaceId,
    projectId,
    commonsSpaceId,
    coordinationSpaceId,
    slug,
    name: 'Local Government ICT Toolkit',
    shortName: 'ICT Toolkit',
    startsOn: '2026-05-01',
    endsOn: '2027-02-28',
    about: aboutSchema.parse({}),
    coordinatorId,
    template: 'six-stage' as const,
    original: { startsOn: '2006-11-01', endsOn: '2007-08-31' },
  }
  await hub.run(createProject, SYSTEM_ACTOR_ID, input)
  const stages = await hub.db
    .selectFrom('stage')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('position')
    .execute()
  return { ...input, stages }
}

/** A municipality of the catalogue. */
export async function testMunicipality(hub: TestHub, name: string, country = 'RS'): Promise<string> {
  const id = randomUUID()
  const place = { latitude: 45.05, longitude: 20.08, folded_name: name.toLowerCase() }
  const row = { id, country, code: null, name, name_local: name, region: null, registered_voters: null, ...place }
  await hub.db.insertInto('municipality').values(row).execute()
  return id
}

/** A system of the catalogue. */
export async function testSystem(hub: TestHub, name: string): Promise<string> {
  const id = randomUUID()
  await hub.db
    .insertInto('system')
    .values({ id, key: `key-${id}`, name, about: '' })
    .execute()
  return id
}

/** A rollout made by its command, with a municipality of its own that takes part, and the partner that accompanies it. */
export async function testRollout(
  hub: TestHub,
  project: { projectId: string; commonsSpaceId: string; coordinatorId: string },
  partnerOrganizationIds: string[] = [],
  name = 'Inđija',
) {
  const municipalityId = await testMunicipality(hub, `${name} ${randomUUID().slice(0, 8)}`)
  const seats = ['focalPoint', 'approver'] as const
  const town = await takingPart(hub, project.projectId, { kind: 'municipality', municipalityId, seats })
  const systemId = await testSystem(hub, 'Communal problem reporting')
  const [rolloutId, rolloutSpaceId] = [randomUUID(), randomUUID()]
  const input = {
    spaceId: project.commonsSpaceId,
    rolloutId,
    rolloutSpaceId,
    projectId: project.projectId,
    municipalityId,
    organizationId: town.organizationId,
    systemId,
    partnerOrganizationIds,
    startsOn: '2026-10-01',
  }
  await hub.run(createRollout, project.coordinatorId, input)
  return { ...input, municipalitySpaceId: town.spaceId, officerId: town.people[0]!, approverId: town.people[1]! }
}
