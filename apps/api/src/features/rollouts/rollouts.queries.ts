import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Health, Phase, Rollout } from '@kolo/domain/rollouts/rollouts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** The rollout whose space this is. */
export async function rolloutOfSpace(db: Reads, spaceId: string): Promise<Rollout | undefined> {
  const row = await db.selectFrom('rollout').selectAll().where('space_id', '=', spaceId).executeTakeFirst()
  if (!row) return undefined
  const partners = await db
    .selectFrom('rollout_partner')
    .select('organization_id')
    .where('rollout_id', '=', row.id)
    .orderBy('organization_id')
    .execute()
  return {
    id: row.id,
    projectId: row.project_id,
    municipalityId: row.municipality_id,
    organizationId: row.organization_id,
    systemId: row.system_id,
    title: row.title,
    phase: row.phase,
    phaseChanges: row.phase_changes as Rollout['phaseChanges'],
    health: row.health,
    healthAt: row.health_at,
    progress: row.progress,
    startsOn: row.starts_on,
    partnerOrganizationIds: partners.map((partner) => partner.organization_id),
  }
}

/** What of the project bears on a new rollout: whether its ids are taken, which systems the municipality has. */
export async function rolloutsBefore(
  db: Reads,
  projectId: string | null,
  asked: { readonly rolloutId: string; readonly rolloutSpaceId: string; readonly municipalityId: string },
): Promise<{ idTaken: boolean; systemIds: readonly string[] }> {
  const [rollouts, sameSpace] = await Promise.all([
    db
      .selectFrom('rollout')
      .select(['id', 'municipality_id', 'system_id'])
      .where((where) => where.or([where('id', '=', asked.rolloutId), where('project_id', '=', projectId)]))
      .execute(),
    db.selectFrom('space').select('id').where('id', '=', asked.rolloutSpaceId).executeTakeFirst(),
  ])
  return {
    idTaken: sameSpace !== undefined || rollouts.some(({ id }) => id === asked.rolloutId),
    systemIds: rollouts.flatMap((it) => (it.municipality_id === asked.municipalityId ? [it.system_id] : [])),
  }
}

/** A rollout as screens across spaces show it; what an observer may not know is null. */
export type VisibleRollout = {
  readonly id: string
  readonly projectId: string
  readonly municipalityId: string
  readonly systemId: string
  readonly title: string
  /** Null for observers, who join no space. */
  readonly spaceId: string | null
  readonly phase: Phase | null
  readonly health: Health | null
  readonly healthAt: string | null
  readonly progress: number | null
}

/** With when anything last happened in its space; for observers when the last report was accepted. */
export type HeardRollout = VisibleRollout & { readonly lastWordAt: string | null }

type Scope = { readonly projectId: string } | { readonly municipalityId: string }

/**
 * The rollouts that a person may see: all of those whose space the person is in (the coordinator every one, a partner those
 * that it accompanies, a municipality its own), and accepted results of the projects that the person observes.
 */
export async function visibleRollouts(db: Reads, personId: string, of: Scope): Promise<VisibleRollout[]> {
  return (await visibleRows(db, personId, of).orderBy('title').execute()).map(visible)
}

/** The same with the age of the last word, which has to be looked up for each. */
export async function heardRollouts(db: Reads, personId: string, of: Scope): Promise<HeardRollout[]> {
  const lastEventAt = sql<
    string | null
  >`(select e.at from event e where e.space_id = rollout.space_id order by e.seq desc limit 1)`
  const rows = await visibleRows(db, personId, of).select(lastEventAt.as('last_event_at')).orderBy('title').execute()
  return rows.map((row) => ({ ...visible(row), lastWordAt: row.membership ? row.last_event_at : row.health_at }))
}

/** How many of them each municipality has, and how they are. */
export async function visibleByMunicipality(
  db: Reads,
  personId: string,
  projectId: string,
): Promise<Map<string, { readonly rollouts: number; readonly healths: readonly (Health | null)[] }>> {
  const rows = await db
    .selectFrom(visibleRows(db, personId, { projectId }).as('seen'))
    .select(['municipality_id', sql<number>`count(*)::integer`.as('rollouts')])
    .select(sql<(Health | null)[]>`array_agg(distinct health)`.as('healths'))
    .groupBy('municipality_id')
    .execute()
  return new Map(rows.map(({ municipality_id: id, ...row }) => [id, row]))
}

function visibleRows(db: Reads, personId: string, of: Scope) {
  const observed = sql<boolean>`rollout.health is not null and exists (
    select from participation pa
    join seat s on s.organization_id = pa.organization_id
    join seat_holder h on h.seat_id = s.id
    where pa.project_id = rollout.project_id and pa.role = 'observer' and pa.ended_at is null and h.person_id = ${personId})`
  const mine = db.selectFrom('space_member').select('space_id as id').distinct().where('person_id', '=', personId)
  return db
    .selectFrom('rollout')
    .leftJoin(mine.as('mine'), 'mine.id', 'rollout.space_id')
    .select(['rollout.id', 'project_id', 'municipality_id', 'system_id', 'title', 'space_id', 'phase', 'health'])
    .select(['health_at', 'progress', 'mine.id as membership'])
    .where(
      'projectId' in of ? 'project_id' : 'municipality_id',
      '=',
      'projectId' in of ? of.projectId : of.municipalityId,
    )
    .where((where) => where.or([where('mine.id', 'is not', null), observed]))
}

type VisibleRow = Awaited<ReturnType<ReturnType<typeof visibleRows>['execute']>>[number]

const visible = (row: VisibleRow): VisibleRollout => ({
  id: row.id,
  projectId: row.project_id,
  municipalityId: row.municipality_id,
  systemId: row.system_id,
  title: row.title,
  spaceId: row.membership ? row.space_id : null,
  phase: row.membership ? row.phase : null,
  health: row.health,
  healthAt: row.health_at,
  progress: row.progress,
})

/** Where a rollout is, for links that know only its id. */
export const rolloutById = query('rollouts.byId', {
  input: z.object({ rolloutId: idSchema }),
  async handle({
    db,
    input,
    personId,
  }): Promise<{ id: string; title: string; spaceId: string; projectId: string; slug: string }> {
    const row = await db
      .selectFrom('rollout')
      .innerJoin('project', 'project.id', 'rollout.project_id')
      .innerJoin('space_member', 'space_member.space_id', 'rollout.space_id')
      .select(['rollout.id', 'rollout.title', 'rollout.space_id', 'rollout.project_id', 'project.slug'])
      .where('rollout.id', '=', input.rolloutId)
      .where('space_member.person_id', '=', personId)
      .limit(1)
      .executeTakeFirst()
    if (!row) throw notFound()
    return { id: row.id, title: row.title, spaceId: row.space_id, projectId: row.project_id, slug: row.slug }
  },
})
