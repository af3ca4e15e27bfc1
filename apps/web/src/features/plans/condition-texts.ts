import type { Condition } from '@kolo/domain/plans/conditions'
import type { Format, Translate } from '@kolo/i18n'

/** For whom something is meant, in short; empty where it is for everybody. */
export function conditionTexts(
  { minVoters, maxVoters, minLevel, maxLevel, countries }: Condition,
  t: Translate<'plans'>,
  format: Format,
  countryName: (code: string) => string,
): string[] {
  return [
    ...(countries.length > 0 ? [format.list(countries.map(countryName))] : []),
    ...(minVoters === null ? [] : [t('plans:votersFrom', { number: format.number(minVoters) })]),
    ...(maxVoters === null ? [] : [t('plans:votersTo', { number: format.number(maxVoters) })]),
    ...(minLevel === null ? [] : [t('plans:levelFrom', { level: minLevel })]),
    ...(maxLevel === null ? [] : [t('plans:levelTo', { level: maxLevel })]),
  ]
}
