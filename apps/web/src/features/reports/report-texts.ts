import { indicatorField, type FieldKey } from '@kolo/domain/reports/report-content'
import type { Assignment } from '@kolo/domain/reports/reports'
import { indicatorName, type Translate } from '@kolo/i18n'

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
