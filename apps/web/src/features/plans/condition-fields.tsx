import type { Condition } from '@kolo/domain/plans/conditions'
import { Checkbox, NumberField } from '@kolo/ui'
import { countries, useCountryName } from '../../lib/countries.ts'
import { useTexts } from '../../lib/texts.tsx'

type Props = { readonly when: Condition; readonly onChange: (when: Condition) => void }

/** For which municipalities something of a plan is meant. */
export function ConditionFields({ when, onChange }: Props) {
  const { t } = useTexts('plans')
  const countryName = useCountryName()
  const bounds = [
    { field: 'minVoters', least: 0, most: 100_000_000 },
    { field: 'maxVoters', least: 0, most: 100_000_000 },
    { field: 'minLevel', least: 1, most: 5 },
    { field: 'maxLevel', least: 1, most: 5 },
  ] as const
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-1 font-medium">{t('plans:condition')}</legend>
      <p className="text-sm text-muted">{t('plans:conditionAbout')}</p>
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        {bounds.map(({ field, least, most }) => (
          <NumberField
            key={field}
            label={t(`plans:${field}`)}
            value={when[field]}
            minValue={least}
            maxValue={most}
            onChange={(value) => onChange({ ...when, [field]: value })}
          />
        ))}
      </div>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="pb-1 text-sm font-medium">{t('plans:countries')}</legend>
        {[...new Set([...countries, ...when.countries])].map((code) => (
          <Checkbox
            key={code}
            isSelected={when.countries.includes(code)}
            onChange={(isChosen) =>
              onChange({
                ...when,
                countries: isChosen ? [...when.countries, code] : when.countries.filter((one) => one !== code),
              })
            }
          >
            {countryName(code)}
          </Checkbox>
        ))}
      </fieldset>
    </fieldset>
  )
}
