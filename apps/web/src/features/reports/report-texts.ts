import { indicatorField, type FieldKey } from '@kolo/domain/reports/report-content'
import type { Assignment } from '@kolo/domain/reports/reports'
import { addDays } from '@kolo/domain/core/days'
import type { Format, Translate } from '@kolo/i18n'
import { indicatorName } from '../../lib/indicator-texts.ts'

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

/** What a field of the report is called. */
export function fieldName(t: Translate, field: FieldKey, { indicators }: Pick<Assignment, 'indicators'>): string {
  switch (field) {
    case 'health':
      return t('reports:health')
    case 'progress':
      return t('reports:progress')
    case 'done':
      return t('reports:done')
    case 'blockedBy':
      return t('reports:blockedBy')
    case 'helpNeeded':
      return t('reports:helpNeeded')
    case 'nextSteps':
      return t('reports:nextSteps')
    case 'attachments':
      return t('reports:attachments')
    case 'nothingToReport':
      return t('reports:nothingToReport')
    default: {
      const indicator = indicators.find(({ id }) => indicatorField(id) === field)
      return indicator ? indicatorName(t, indicator) : t('indicators:indicator')
    }
  }
}
