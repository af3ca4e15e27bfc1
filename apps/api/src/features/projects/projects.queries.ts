import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import {
  type About,
  type Project,
  type ProjectPartOfPerson,
  projectPartsOfPeople,
} from '@kolo/domain/projects/projects'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** The project whose commons this is. */
export async function projectOfCommons(db: Reads, commonsSpaceId: string): Promise<Project | undefined> {
  const row = await db
    .selectFrom('project')
    .selectAll()
    .where('commons_space_id', '=', commonsSpaceId)
    .executeTakeFirst()
  if (!row) return undefined
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
    asksApproval: row.asks_approval,
    coordinatorIds: await coordinatorsOf(db, row.id),
  }
}

/** The people who coordinate the project, in ascending order. */
export async function coordinatorsOf(db: Reads, projectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('project_coordinator')
    .select('person_id')
    .where('project_id', '=', projectId)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** What each of the person's projects has the person for: coordinator, or by a seat in an organization that takes part. */
async function partsOfPerson(db: Reads, personId: string): Promise<Map<string, ProjectPartOfPerson>> {
  const [coordinated, seated] = await Promise.all([
    db.selectFrom('project_coordinator').select('project_id').where('person_id', '=', personId).execute(),
    db
      .selectFrom('participation')
      .innerJoin('seat', 'seat.organization_id', 'participation.organization_id')
      .innerJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
      .select(['participation.project_id', 'participation.role'])
      .where('seat_holder.person_id', '=', personId)
      .where('participation.ended_at', 'is', null)
      .execute(),
  ])
  const held = Map.groupBy<string, { project_id: string; part: ProjectPartOfPerson }>(
    [
      ...coordinated.map((row) => ({ ...row, part: 'coordinator' as const })),
      ...seated.map((row) => ({ ...row, part: row.role === 'lead' ? ('partner' as const) : row.role })),
    ],
    (row) => row.project_id,
  )
  return new Map(
    [...held].flatMap(([projectId, parts]) => {
      const strongest = projectPartsOfPeople.find((part) => parts.some((row) => row.part === part))
      return strongest ? [[projectId, strongest] as const] : []
    }),
  )
}

/** What the person is in the project, or undefined where nothing: the way in for those who join no space (observers) too. */
export async function participates(
  db: Reads,
  personId: string,
  projectId: string,
): Promise<ProjectPartOfPerson | undefined> {
  return (await partsOfPerson(db, personId)).get(projectId)
}

/** A project as lists and the palette show it; `commonsSpaceId` is null for observers. */
export type ProjectListing = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly startsOn: string
  readonly endsOn: string
  readonly part: ProjectPartOfPerson
  readonly commonsSpaceId: string | null
}

/** The projects in which the person has a part. */
export const myProjects = query('projects.mine', {
  input: z.object({}),
  async handle({ db, personId }): Promise<ProjectListing[]> {
    const parts = await partsOfPerson(db, personId)
    if (parts.size === 0) return []
    const rows = await db
      .selectFrom('project')
      .leftJoin('space_member', (join) =>
        join
          .onRef('space_member.space_id', '=', 'project.commons_space_id')
          .on('space_member.person_id', '=', personId),
      )
      .distinctOn(['project.starts_on', 'project.id'])
      .selectAll('project')
      .select('space_member.person_id as member')
      .where('project.id', 'in', [...parts.keys()])
      .orderBy('project.starts_on', 'desc')
      .orderBy('project.id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      shortName: row.short_name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      part: parts.get(row.id) ?? 'observer',
      commonsSpaceId: row.member === null ? null : row.commons_space_id,
    }))
  },
})

/** Where a project is, for links that know only its id. */
export const projectById = query('projects.byId', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId }): Promise<{ id: string; slug: string; shortName: string }> {
    const [part, row] = await Promise.all([
      participates(db, personId, input.projectId),
      db
        .selectFrom('project')
        .select(['id', 'slug', 'short_name'])
        .where('id', '=', input.projectId)
        .executeTakeFirst(),
    ])
    if (!part || !row) throw notFound()
    return { id: row.id, slug: row.slug, shortName: row.short_name }
  },
})

/** A project as administrators see it: that it exists, and who coordinates it; its content is for those who take part. */
export type AdministeredProject = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly startsOn: string
  readonly endsOn: string
  readonly coordinators: readonly { readonly id: string; readonly name: string }[]
}

/** All projects of the network, for its administrators. */
export const administeredProjects = query('projects.administered', {
  input: z.object({}),
  async handle({ db, personId }): Promise<AdministeredProject[]> {
    const administrator = await db
      .selectFrom('space_member')
      .innerJoin('space', 'space.id', 'space_member.space_id')
      .select('space.id')
      .where('space.kind', '=', 'network')
      .where('space_member.person_id', '=', personId)
      .executeTakeFirst()
    if (!administrator) throw notFound()
    const [projects, coordinators] = await Promise.all([
      db
        .selectFrom('project')
        .select(['id', 'slug', 'name', 'starts_on', 'ends_on'])
        .orderBy('starts_on', 'desc')
        .execute(),
      db
        .selectFrom('project_coordinator')
        .innerJoin('person', 'person.id', 'project_coordinator.person_id')
        .select(['project_coordinator.project_id', 'person.id', 'person.name'])
        .orderBy('person.name')
        .execute(),
    ])
    return projects.map((row) => ({
      id: row.id,
      slug: row.slug,
      name: row.name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      coordinators: coordinators.filter((one) => one.project_id === row.id).map(({ id, name }) => ({ id, name })),
    }))
  },
})
