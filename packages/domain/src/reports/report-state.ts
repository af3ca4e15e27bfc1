import type { Draft, Report } from './reports.ts'

/** Where a report stands; language.md, "report". `notYetDue` and `due` follow from the day. */
export const reportStates = [
  'notYetDue',
  'due',
  'inProgress',
  'awaitingApproval',
  'submitted',
  'returned',
  'accepted',
] as const
/** What those outside of the municipality see: not that a report is in progress, nor that it awaits approval. */
export type OutsideState = Exclude<ReportState, 'inProgress' | 'awaitingApproval'>
export type ReportState = (typeof reportStates)[number]

/** A report is due from the day after its period's end. Outsiders never see that one is in progress. `today` is `YYYY-MM-DD`. */
export function stateOn(report: Pick<Report, 'state' | 'periodEnd'>, today: string): OutsideState {
  if (report.state !== 'open') return report.state
  return today > report.periodEnd ? 'due' : 'notYetDue'
}

/** The same for the municipality's own people. */
export function draftStateOn(draft: Pick<Draft, 'state' | 'periodEnd'>, today: string): ReportState {
  if (draft.state !== 'untouched') return draft.state
  return stateOn({ state: 'open', periodEnd: draft.periodEnd }, today)
}

/** Whether the first submission is late on the day `today`; what was handed in once is never overdue again. */
export const isOverdue = (
  report: { readonly dueOn: string; readonly firstSubmittedAt: string | null },
  today: string,
): boolean => report.firstSubmittedAt === null && today > report.dueOn

/** Whether the report came in time (days are counted in UTC); null while that is still open. */
export function cameInTime(
  report: { readonly dueOn: string; readonly firstSubmittedAt: string | null },
  today: string,
): boolean | null {
  if (report.firstSubmittedAt !== null) return report.firstSubmittedAt.slice(0, 10) <= report.dueOn
  return today > report.dueOn ? false : null
}
