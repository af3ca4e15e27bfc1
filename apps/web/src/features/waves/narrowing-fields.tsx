import { Checkbox, NumberField, SearchField, Select } from '@kolo/ui'
import { useCountryName } from '../../lib/countries.ts'
import { useTexts } from '../../lib/texts.tsx'
import { everywhere, type Narrowing } from './narrowing.ts'
import type { Municipality } from './waves.data.ts'

const all = 'all'
const noted = (value: string): string | null => (value === all ? null : value)
const levels = [1, 2, 3, 4, 5] as const

type Props = {
  readonly municipalities: readonly Municipality[]
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
}

/** Narrows the list of municipalities; levels are offered where any is known. */
export function NarrowingFields({ municipalities, narrowing, onChange }: Props) {
  const { t, format } = useTexts('waves', 'municipalities')
  const countryName = useCountryName()
  const change = (next: Partial<Narrowing>) => onChange({ ...narrowing, ...next })
  const countries = [...new Set(municipalities.map(({ country }) => country))]
  const here = municipalities.filter(({ country }) => narrowing.country === null || country === narrowing.country)
  const regions = [...new Set(here.flatMap(({ region }) => region ?? []))].toSorted()
  const knowsLevels = municipalities.some(({ developmentLevel }) => developmentLevel !== null)
  return (
    <fieldset aria-label={t('waves:filters')} className="flex flex-wrap items-end gap-2">
      <SearchField
        label={t('municipalities:searchPlaceholder')}
        value={narrowing.typed}
        onChange={(typed) => change({ typed })}
        className="min-w-48 flex-1"
      />
      <Select
        label={t('municipalities:country')}
        placeholder={t('municipalities:allCountries')}
        options={[
          { value: all, label: t('municipalities:allCountries') },
          ...countries.map((value) => ({ value, label: countryName(value) })),
        ]}
        value={narrowing.country ?? all}
        onChange={(country) => change({ country: noted(country), region: everywhere.region })}
        className="min-w-36 flex-1 sm:max-w-44"
      />
      {regions.length > 1 && (
        <Select
          label={t('waves:region')}
          placeholder={t('waves:allRegions')}
          options={[{ value: all, label: t('waves:allRegions') }, ...regions.map((value) => ({ value, label: value }))]}
          value={narrowing.region ?? all}
          onChange={(region) => change({ region: noted(region) })}
          className="min-w-36 flex-1 sm:max-w-44"
        />
      )}
      {knowsLevels && (
        <Select
          label={t('municipalities:developmentLevel')}
          placeholder={t('waves:allLevels')}
          options={[
            { value: all, label: t('waves:allLevels') },
            ...levels.map((level) => ({ value: String(level), label: format.number(level) })),
          ]}
          value={narrowing.level === null ? all : String(narrowing.level)}
          onChange={(level) => change({ level: level === all ? null : Number(level) })}
          className="min-w-36 flex-1 sm:max-w-44"
        />
      )}
      {(['minVoters', 'maxVoters'] as const).map((bound) => (
        <NumberField
          key={bound}
          label={t(`waves:${bound}`)}
          value={narrowing[bound]}
          minValue={0}
          onChange={(value) => change({ [bound]: value })}
          className="min-w-36 flex-1 sm:max-w-44"
        />
      ))}
      <Checkbox isSelected={narrowing.onlyChosen} onChange={(onlyChosen) => change({ onlyChosen })} className="py-1">
        {t('waves:onlyChosen')}
      </Checkbox>
    </fieldset>
  )
}
