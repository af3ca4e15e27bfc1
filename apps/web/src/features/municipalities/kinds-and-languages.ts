import type { Municipality } from '@kolo/domain/municipalities/municipalities'
import { useTexts } from '../../lib/texts.tsx'

const kinds = {
  municipality: 'municipalities:kindMunicipality',
  city: 'municipalities:kindCity',
  cityMunicipality: 'municipalities:kindCityMunicipality',
  capital: 'municipalities:kindCapital',
} as const satisfies Record<NonNullable<Municipality['kind']>, string>

/** The languages in official use in the countries of the network; another's abbreviation stays as it is. */
const languages = {
  sr: 'municipalities:languageSr',
  cnr: 'municipalities:languageCnr',
  sq: 'municipalities:languageSq',
  bs: 'municipalities:languageBs',
  bg: 'municipalities:languageBg',
  hu: 'municipalities:languageHu',
  mk: 'municipalities:languageMk',
  ro: 'municipalities:languageRo',
  rue: 'municipalities:languageRue',
  sk: 'municipalities:languageSk',
  hr: 'municipalities:languageHr',
  cs: 'municipalities:languageCs',
  ka: 'municipalities:languageKa',
  hy: 'municipalities:languageHy',
  az: 'municipalities:languageAz',
  ru: 'municipalities:languageRu',
  et: 'municipalities:languageEt',
} as const

const isKnown = (code: string): code is keyof typeof languages => Object.hasOwn(languages, code)

/** What a municipality is, and its languages, in the present language; undefined where that isn't known. */
export function useKindAndLanguages({ kind, languages: spoken }: Pick<Municipality, 'kind' | 'languages'>) {
  const { t, format } = useTexts('municipalities')
  return {
    kind: kind ? t(kinds[kind]) : undefined,
    languages:
      spoken.length > 0 ? format.list(spoken.map((code) => (isKnown(code) ? t(languages[code]) : code))) : undefined,
  }
}
