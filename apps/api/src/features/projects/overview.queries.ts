import { notFound } from '@kolo/domain/core/errors'
import type { OrganizationKind } from '@kolo/domain/core/roles'
import { keptText } from '@kolo/domain/core/text'
import type { About, ProjectPartOfPerson } from '@kolo/domain/projects/projects'
import type { Stage } from '@kolo/domain/stages/stages'
import { z } from 'zod'
import type { ContactStanding } from '@kolo/domain/municipalities/contacts'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { contactColumns, contactsOf } from '../municipalities/contacts.queries.ts'
import { stagesOfCommons } from '../stages/stages.queries.ts'
import { lateIn, type LateThings } from './late.queries.ts'
import { participates } from './projects.queries.ts'

/** An organization that takes part. */
export type ParticipatingOrganization = {
  readonly id: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly role: 'lead' | 'partner' | 'municipality' | 'observer'
  readonly country: string | null
  readonly color: string
  readonly municipalityId: string | null
  /** For the coordinator, of municipalities: how it stands with whether their people are still the right ones. */
  readonly contacts: ContactStanding | null
}

/** A stage on the ribbon; `spaceId` is null where the person may not open its space. */
export type StageOnRibbon = Omit<Stage, 'spaceId'> & { readonly spaceId: string | null }

/** The project page. Space ids are null where the person is no member. */
export type ProjectOverview = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly originalStartsOn: string | null
  readonly originalEndsOn: string | null
  readonly about: About
  readonly part: ProjectPartOfPerson
  readonly commonsSpaceId: string | null
  readonly coordinationSpaceId: string | null
  readonly stages: readonly StageOnRibbon[]
  readonly organizations: readonly ParticipatingOrganization[]
  readonly coordinators: readonly { readonly id: string; readonly name: string }[]
  readonly late: LateThings
  /** The day from which lateness is counted, in UTC. */
  readonly today: string
}

/** Everything that the project page shows but its matrix and map. */
export const projectOverview = query('projects.overview', {
  input: z.object({ slug: keptText(60) }),
  async handle({ db, input, personId, now }): Promise<ProjectOverview> {
    const row = await db.selectFrom('project').selectAll().where('slug', '=', input.slug).executeTakeFirst()
    const part = row && (await participates(db, personId, row.id))
    if (!row || !part) throw notFound()
    const today = now.slice(0, 10)
    const [mine, stages, organizations, coordinators, late] = await Promise.all([
      spacesOfMember(db, personId, row.id),
      stagesOfCommons(db, row.commons_space_id),
      organizationsOf(db, row.id, part === 'coordinator' ? today : undefined),
      coordinatorNames(db, row.id),
      lateIn(db, personId, row.id, today),
    ])
    const open = (spaceId: string): string | null => (mine.has(spaceId) ? spaceId : null)
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      shortName: row.short_name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      originalStartsOn: row.original_starts_on,
      originalEndsOn: row.original_ends_on,
      about: row.about as About,
      part,
      commonsSpaceId: open(row.commons_space_id),
      coordinationSpaceId: open(row.coordination_space_id),
      stages: stages.map((stage) => ({ ...stage, spaceId: open(stage.spaceId) })),
      organizations,
      coordinators,
      late,
      today,
    }
  },
})

/** The spaces of a project in which the person is a member. */
export async function spacesOfMember(db: Reads, personId: string, projectId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('space_member')
    .innerJoin('space', 'space.id', 'space_member.space_id')
    .select('space.id')
    .where('space.project_id', '=', projectId)
    .where('space_member.person_id', '=', personId)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** With `today`, how their contacts stand then. */
async function organizationsOf(db: Reads, projectId: string, today?: string): Promise<ParticipatingOrganization[]> {
  const rows = await db
    .selectFrom('participation')
    .innerJoin('organization', 'organization.id', 'participation.organization_id')
    .select(['organization.id', 'organization.name', 'kind', 'role', 'country', 'color', 'municipality_id'])
    .select(contactColumns)
    .where('participation.project_id', '=', projectId)
    .where('participation.ended_at', 'is', null)
    .orderBy('organization.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    role: row.role,
    country: row.country,
    color: row.color,
    municipalityId: row.municipality_id,
    contacts: today !== undefined && row.municipality_id !== null ? contactsOf(row, today).standing : null,
  }))
}

const coordinatorNames = (db: Reads, projectId: string): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('project_coordinator')
    .innerJoin('person', 'person.id', 'project_coordinator.person_id')
    .select(['person.id', 'person.name'])
    .where('project_coordinator.project_id', '=', projectId)
    .orderBy('person.name')
    .execute()
