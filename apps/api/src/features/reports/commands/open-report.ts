import { emptyContent } from '@kolo/domain/reports/report-content'
import { reportOpen } from '@kolo/domain/reports/reports.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { chosenIndicators } from '../../indicators/indicators.queries.ts'

const rolloutOf = (db: Reads, rolloutSpaceId: string) =>
  db
    .selectFrom('rollout')
    .innerJoin('organization', 'organization.id', 'rollout.organization_id')
    .innerJoin('project', 'project.id', 'rollout.project_id')
    .select(['rollout.id', 'rollout.title', 'organization.space_id', 'project.asks_approval'])
    .where('rollout.space_id', '=', rolloutSpaceId)
    .executeTakeFirst()

/** Asks for a report: an empty draft in the municipality's space, a period with its due date in the rollout's. */
export const openReport = command(reportOpen, {
  async spaces(read, { spaceId }) {
    const rollout = await rolloutOf(read, spaceId)
    return rollout?.space_id ? [spaceId, rollout.space_id] : [spaceId]
  },
  async handle({ tx, input, decide, now }) {
    const { spaceId, reportId, rolloutId, periodStart, periodEnd, dueOn } = input
    const [rollout, indicators, reports, taken] = await Promise.all([
      rolloutOf(tx.read, spaceId),
      chosenIndicators(tx.read, spaceId),
      tx.read.selectFrom('report').select(['period_start', 'period_end']).where('rollout_id', '=', rolloutId).execute(),
      tx.read.selectFrom('report').select('id').where('id', '=', reportId).executeTakeFirst(),
    ])
    const municipalitySpaceId = rollout?.space_id ?? null
    const events = decide({
      rollout: rollout && {
        id: rollout.id,
        title: rollout.title,
        municipalitySpaceId,
        asksApproval: rollout.asks_approval,
      },
      idTaken: taken !== undefined,
      periods: reports.map((report) => ({ periodStart: report.period_start, periodEnd: report.period_end })),
      indicators,
    })
    tx.write((db) =>
      db.insertInto('report').values({
        id: reportId,
        rollout_id: rolloutId,
        title: rollout?.title ?? '',
        space_id: spaceId,
        municipality_space_id: municipalitySpaceId ?? '',
        period_start: periodStart,
        period_end: periodEnd,
        due_on: dueOn,
        indicators: JSON.stringify(indicators),
        needs_approval: rollout?.asks_approval ?? false,
        state: 'open',
        opened_at: now,
      }),
    )
    tx.write((db) =>
      db.insertInto('report_draft').values({
        report_id: reportId,
        space_id: municipalitySpaceId ?? '',
        state: 'untouched',
        content: JSON.stringify(emptyContent),
        revisions: '{}',
      }),
    )
    return events
  },
})
