import type { Condition } from '@kolo/domain/plans/conditions'
import { Badge } from '@kolo/ui'
import { useCountryName } from '../../lib/countries.ts'
import { useTexts } from '../../lib/texts.tsx'
import { conditionTexts } from './condition-texts.ts'

/** For whom something is meant, where it isn't for everybody. */
export function ConditionBadges({ when }: { readonly when: Condition }) {
  const { t, format } = useTexts('plans')
  const countryName = useCountryName()
  return conditionTexts(when, t, format, countryName).map((text) => <Badge key={text}>{text}</Badge>)
}
