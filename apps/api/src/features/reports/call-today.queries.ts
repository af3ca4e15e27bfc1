import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { type CallReason, callReasons, type RolloutSigns, urgencyOf } from '@kolo/domain/reports/call-today'
import type { Content } from '@kolo/domain/reports/report-content'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { participates } from '../projects/projects.queries.ts'

/** A rollout whose people should be called, why, and where what says so can be opened. */
export type RolloutToCall = {
  readonly rolloutId: string
  /** The rollout's. */
  readonly title: string
  readonly spaceId: string
  /** The weightiest first. */
  readonly reasons: readonly CallReason[]
  /** Who sits in the seats that write reports, focal point first. */
  readonly personIds: readonly string[]
  readonly overdueReportId: string | null
  readonly helpThreadId: string | null
}

/** Whom to call today, most urgent first: of the rollouts that the person coordinates or accompanies. */
export const reportsCallToday = query('reports.callToday', {
  input: z.object({ projectId: idSchema }),
  async handle({ db, input, personId, now }): Promise<RolloutToCall[]> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const today = now.slice(0, 10)
    const rollouts = await accompanied(db, personId, input.projectId)
    if (rollouts.length === 0) return []
    const [overdue, said, help, writers] = await Promise.all([
      overdueReports(db, rollouts, today),
      acceptedContents(db, rollouts),
      unansweredHelp(db, rollouts),
      writersOf(db, rollouts),
    ])
    return rollouts
      .map((rollout) => {
        const late = overdue.get(rollout.id)
        const asked = help.get(rollout.spaceId)
        const personIds = writers.get(rollout.organizationId) ?? []
        const signs: RolloutSigns = {
          ...signsOf(said.get(rollout.id) ?? []),
          overdueSince: late?.dueOn ?? null,
          helpSince: asked?.startedAt.slice(0, 10) ?? null,
          lastWordOn: rollout.lastWordAt.slice(0, 10),
          hasWriter: personIds.length > 0,
        }
        return {
          rolloutId: rollout.id,
          title: rollout.title,
          spaceId: rollout.spaceId,
          reasons: callReasons(signs, today),
          personIds,
          overdueReportId: late?.id ?? null,
          helpThreadId: asked?.id ?? null,
        }
      })
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((a, b) => urgencyOf(b.reasons) - urgencyOf(a.reasons))
  },
})

type Accompanied = {
  readonly id: string
  readonly title: string
  readonly spaceId: string
  readonly organizationId: string
  readonly lastWordAt: string
}

/** The rollouts of municipalities that still take part, in whose space the person coordinates or accompanies. */
async function accompanied(db: Reads, personId: string, projectId: string): Promise<Accompanied[]> {
  return db
    .selectFrom('rollout')
    .select(['rollout.id', 'rollout.title', 'rollout.space_id as spaceId', 'rollout.organization_id as organizationId'])
    .select(
      sql<string>`coalesce(
        (select e.at from event e where e.space_id = rollout.space_id order by e.seq desc limit 1), rollout.created_at)`.as(
        'lastWordAt',
      ),
    )
    .where('rollout.project_id', '=', projectId)
    .where('rollout.space_id', 'in', (select) =>
      select
        .selectFrom('space_member')
        .select('space_id')
        .where('person_id', '=', personId)
        .where('role', 'in', ['coordinator', 'editor']),
    )
    .where('rollout.organization_id', 'in', (select) =>
      select
        .selectFrom('participation')
        .select('organization_id')
        .where('project_id', '=', projectId)
        .where('ended_at', 'is', null),
    )
    .orderBy('rollout.title')
    .orderBy('rollout.id')
    .execute()
}

const idsOf = (rollouts: readonly Accompanied[]): string[] => rollouts.map(({ id }) => id)

/** By rollout: the oldest report that is overdue. */
async function overdueReports(db: Reads, rollouts: readonly Accompanied[], today: string) {
  const rows = await db
    .selectFrom('report')
    .distinctOn('rollout_id')
    .select(['id', 'rollout_id', 'due_on as dueOn'])
    .where('rollout_id', 'in', idsOf(rollouts))
    .where('first_submitted_at', 'is', null)
    .where('due_on', '<', today)
    .orderBy('rollout_id')
    .orderBy('due_on')
    .execute()
  return new Map(rows.map((row) => [row.rollout_id, row]))
}

// As many as anybody would count in a row.
const reportsLookedAt = 6

type Said = Pick<Content, 'health' | 'blockedBy' | 'nothingToReport'>

/** By rollout: what the last accepted reports said, the newest first. */
async function acceptedContents(db: Reads, rollouts: readonly Accompanied[]): Promise<Map<string, Said[]>> {
  const rows = await db
    .selectFrom(sql<{ id: string }>`unnest(${idsOf(rollouts)}::uuid[])`.as<'rollout'>(sql`rollout(id)`))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('report')
          .innerJoin('submission', 'submission.id', 'report.accepted_submission_id')
          .select(['report.period_start', ...saidFields])
          .whereRef('report.rollout_id', '=', 'rollout.id')
          .orderBy('report.period_start', 'desc')
          .limit(reportsLookedAt)
          .as('accepted'),
      (join) => join.onTrue(),
    )
    .select(['rollout.id as rolloutId', 'accepted.health', 'accepted.blockedBy', 'accepted.nothingToReport'])
    .orderBy('accepted.period_start', 'desc')
    .execute()
  return Map.groupBy(rows, (row) => row.rolloutId)
}

// Of all that a report says only that: the rest would have to be read and sent for nothing.
const saidFields = [
  sql<Health | null>`submission.content ->> 'health'`.as('health'),
  sql<string>`submission.content ->> 'blockedBy'`.as('blockedBy'),
  sql<boolean>`(submission.content -> 'nothingToReport')::boolean`.as('nothingToReport'),
]

/** "Nothing to report" leaves everything as the report before said. */
function signsOf(said: readonly Said[]): Pick<RolloutSigns, 'health' | 'healthBefore' | 'blockedReports'> {
  const speaking = said.filter(({ nothingToReport }) => !nothingToReport)
  const [health = null, healthBefore = null] = speaking.map((content): Health | null => content.health)
  const free = speaking.findIndex(({ blockedBy }) => blockedBy.trim() === '')
  return { health, healthBefore, blockedReports: free === -1 ? speaking.length : free }
}

/** By space: the oldest thread about help that a report asked for in which nobody has answered. */
async function unansweredHelp(db: Reads, rollouts: readonly Accompanied[]) {
  const rows = await db
    .selectFrom('thread')
    .distinctOn('space_id')
    .select(['id', 'space_id', 'started_at as startedAt'])
    .where(
      'space_id',
      'in',
      rollouts.map(({ spaceId }) => spaceId),
    )
    .where(sql<boolean>`subject ->> 'kind' = 'report' and subject ->> 'field' = 'helpNeeded'`)
    .where('resolved_at', 'is', null)
    .where('last_number', '=', 1)
    .orderBy('space_id')
    .orderBy('started_at')
    .execute()
  return new Map(rows.map((row) => [row.space_id, row]))
}

/** By organization: who sits in the seats that write reports, focal point first. */
async function writersOf(db: Reads, rollouts: readonly Accompanied[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select(['seat.organization_id', 'seat.kind', 'person.id'])
    .where('seat.organization_id', 'in', [...new Set(rollouts.map(({ organizationId }) => organizationId))])
    .where('seat.kind', 'in', ['focalPoint', 'itOfficer'])
    .where('person.disabled_at', 'is', null)
    .orderBy('seat.kind')
    .orderBy('seat_holder.since')
    .execute()
  const byOrganization = Map.groupBy(rows, (row) => row.organization_id)
  return new Map([...byOrganization].map(([id, held]) => [id, [...new Set(held.map((row) => row.id))]]))
}
