import type { Indicator } from '@kolo/domain/indicators/indicators'
import { type Content, emptyContent } from '@kolo/domain/reports/report-content'
import { cameInTime, type OutsideState, stateOn } from '@kolo/domain/reports/report-state'
import { sql } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'
import { type TargetPlans, targetsOfRollouts } from '../targets/targets.queries.ts'
import { visibleRollouts, type VisibleRollout } from '../rollouts/rollouts.queries.ts'

/** A report as it leaves the hub in a table. */
export type ExportedReport = {
  readonly reportId: string
  readonly country: string
  readonly municipalityCode: string | null
  readonly municipality: { readonly country: string; readonly name: string; readonly nameLocal: string }
  readonly system: { readonly key: string; readonly name: string }
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
  readonly state: OutsideState
  readonly firstSubmittedAt: string | null
  readonly acceptedAt: string | null
  /** Null while that is still open. */
  readonly inTime: boolean | null
  readonly indicators: readonly Indicator[]
  /** What the rollout is to reach, by the indicator's id; for observers without words. */
  readonly targets: TargetPlans
  /** What was accepted, or else handed in last; null before that. For observers what was accepted, without its words. */
  readonly content: Content | null
  /** Where it can be opened; null for observers. */
  readonly spaceId: string | null
}

const rolloutsAtOnce = 50

/**
 * The reports of a project that the person may see, by rollout and period, in pages: of the rollouts whose space they are
 * in, and what was accepted in projects that they observe. `today` is `YYYY-MM-DD`.
 */
export async function* exportedReports(
  db: Reads,
  { personId, projectId, today }: { readonly personId: string; readonly projectId: string; readonly today: string },
): AsyncGenerator<ExportedReport[]> {
  const rollouts = await visibleRollouts(db, personId, { projectId })
  for (let at = 0; at < rollouts.length; at += rolloutsAtOnce)
    yield await reportsOfSome(db, rollouts.slice(at, at + rolloutsAtOnce), today)
}

async function reportsOfSome(db: Reads, rollouts: readonly VisibleRollout[], today: string): Promise<ExportedReport[]> {
  const spaceOf = new Map(rollouts.map(({ id, spaceId }) => [id, spaceId]))
  const newest = sql<string>`coalesce(report.accepted_submission_id, (
    select s.id from submission s where s.report_id = report.id order by s.number desc limit 1))`
  const plans = await targetsOfRollouts(db, [...spaceOf.keys()])
  const rows = await db
    .selectFrom('report')
    .innerJoin('rollout', 'rollout.id', 'report.rollout_id')
    .innerJoin('municipality', 'municipality.id', 'rollout.municipality_id')
    .innerJoin('system', 'system.id', 'rollout.system_id')
    .leftJoin('submission', (join) => join.on('submission.id', '=', newest))
    .select(['report.id as reportId', 'report.rollout_id', 'report.state', 'report.indicators', 'submission.content'])
    .select(['report.period_start as periodStart', 'report.period_end as periodEnd', 'report.due_on as dueOn'])
    .select(['report.first_submitted_at as firstSubmittedAt', 'report.accepted_at as acceptedAt'])
    .select(['municipality.country', 'municipality.code as municipalityCode', 'municipality.name', 'name_local'])
    .select(['system.key', 'system.name as systemName'])
    .where('report.rollout_id', 'in', [...spaceOf.keys()])
    .orderBy('rollout.title')
    .orderBy('rollout.id')
    .orderBy('report.period_start')
    .execute()
  return rows.flatMap(({ rollout_id: rolloutId, state, indicators, content, name, name_local: nameLocal, ...rest }) => {
    const spaceId = spaceOf.get(rolloutId) ?? null
    if (spaceId === null && state !== 'accepted') return []
    const { key, systemName, ...row } = rest
    const said = content as Content | null
    const report: ExportedReport = {
      ...row,
      municipality: { country: row.country, name, nameLocal },
      system: { key, name: systemName },
      state: stateOn({ state, periodEnd: row.periodEnd }, today),
      // Observers know results, not how they came about.
      firstSubmittedAt: spaceId === null ? null : row.firstSubmittedAt,
      inTime: spaceId === null ? null : cameInTime(row, today),
      indicators: indicators as Indicator[],
      targets: spaceId === null ? sourceless(plans.get(rolloutId) ?? {}) : (plans.get(rolloutId) ?? {}),
      content: said && (spaceId === null ? wordless(said) : said),
      spaceId,
    }
    return [report]
  })
}

/** What those outside may know of a report: its figures, not its words. */
const wordless = ({ health, progress, nothingToReport, values, parts }: Content): Content => ({
  ...emptyContent,
  health,
  progress,
  nothingToReport,
  values,
  ...(parts ? { parts } : {}),
})

const sourceless = (plans: TargetPlans): TargetPlans =>
  Object.fromEntries(
    Object.entries(plans).map(([id, { baseline, targets }]) => [
      id,
      { baseline: baseline && { ...baseline, source: '' }, targets },
    ]),
  )
