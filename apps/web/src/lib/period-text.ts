import { addDays } from '@kolo/domain/core/days'
import type { Format } from '@kolo/i18n'

/** A period in words: a whole month by its name, else from when to when. */
export function periodText(
  format: Format,
  { periodStart, periodEnd }: { readonly periodStart: string; readonly periodEnd: string },
): string {
  const isMonth =
    periodStart.endsWith('-01') &&
    addDays(periodEnd, 1).endsWith('-01') &&
    periodStart.slice(0, 7) === periodEnd.slice(0, 7)
  return isMonth ? format.date(periodStart, 'month') : format.dateRange(periodStart, periodEnd)
}
