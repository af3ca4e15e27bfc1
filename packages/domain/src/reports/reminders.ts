import { addDays } from '../core/days.ts'
import type { SeatKind } from '../core/roles.ts'

/** So many days after the last day on which a report is in time (before it where negative) its people are reminded. */
const reminderMarks = [-7, -1, 1, 7] as const

const lastMark = Math.max(...reminderMarks)

/** The last days in time of which one is reminded on a day; all days `YYYY-MM-DD`. */
export const remindedOn = (day: string): readonly string[] => reminderMarks.map((mark) => addDays(day, -mark))

/** Somebody in a seat of the municipality. */
export type Seated = { readonly seat: SeatKind; readonly personId: string }

// Who writes the report: the first of these seats in which somebody sits.
const writing: readonly SeatKind[] = ['focalPoint', 'itOfficer', 'approver']

/**
 * Whom to remind of a report on a day: who writes it, or, where it lies before the approver, the approver; at the last mark
 * those who answer for it as well.
 */
export function peopleToRemind(
  seated: readonly Seated[],
  { dueOn, day, awaitsApproval = false }: { dueOn: string; day: string; awaitsApproval?: boolean },
): string[] {
  const order = awaitsApproval ? writing.toReversed() : writing
  const seat = order.find((kind) => seated.some((each) => each.seat === kind))
  const isLast = addDays(dueOn, lastMark) === day
  const reminded = seated.filter((each) => each.seat === seat || (isLast && each.seat === 'approver'))
  return [...new Set(reminded.map(({ personId }) => personId))]
}
