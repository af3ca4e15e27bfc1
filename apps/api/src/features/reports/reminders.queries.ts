import { peopleToRemind, remindedOn } from '@kolo/domain/reports/reminders'
import type { Reads } from '../../kernel/transaction.ts'

/** A report of which somebody is reminded. */
export type ReportReminder = {
  readonly personId: string
  readonly reportId: string
  readonly title: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly dueOn: string
  readonly municipalitySpaceId: string
}

/**
 * Who is reminded of which report on a day, `YYYY-MM-DD`, as seats are held now: of what waits for the municipality, while
 * it takes part in the project. The nearest last day comes first.
 */
export async function reportReminders(db: Reads, day: string): Promise<ReportReminder[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('rollout', 'rollout.id', 'report.rollout_id')
    .innerJoin('report_draft', 'report_draft.report_id', 'report.id')
    .innerJoin('participation', (join) =>
      join
        .onRef('participation.organization_id', '=', 'rollout.organization_id')
        .onRef('participation.project_id', '=', 'rollout.project_id')
        .on('participation.ended_at', 'is', null),
    )
    .innerJoin('seat', 'seat.organization_id', 'rollout.organization_id')
    .innerJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
    .innerJoin('person', 'person.id', 'seat_holder.person_id')
    .select(['report.id as reportId', 'report.title', 'report.municipality_space_id as municipalitySpaceId'])
    .select(['report.period_start as periodStart', 'report.period_end as periodEnd', 'report.due_on as dueOn'])
    .select(['seat.kind as seat', 'person.id as personId', 'report_draft.state as draftState'])
    .where('report.state', 'in', ['open', 'returned'])
    .where('report.due_on', 'in', remindedOn(day))
    .where('person.disabled_at', 'is', null)
    .orderBy('report.due_on')
    .orderBy('report.title')
    .orderBy('report.id')
    .orderBy('seat_holder.since')
    .execute()
  return [...Map.groupBy(rows, (row) => row.reportId).values()].flatMap((seated) =>
    seated.slice(0, 1).flatMap(({ seat: _seat, personId: _person, draftState, ...report }) =>
      peopleToRemind(seated, {
        dueOn: report.dueOn,
        day,
        awaitsApproval: draftState === 'awaitingApproval',
      }).map((personId) => ({ ...report, personId })),
    ),
  )
}
