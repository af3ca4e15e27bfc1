import { fold, foldVariants } from '@kolo/i18n'
import type { Municipality } from './waves.data.ts'

/** What narrows the list of municipalities; null and empty text narrow nothing. */
export type Narrowing = {
  readonly typed: string
  readonly country: string | null
  readonly region: string | null
  readonly minVoters: number | null
  readonly maxVoters: number | null
  readonly level: number | null
  readonly onlyChosen: boolean
}

/** All of them. */
export const everywhere: Narrowing = {
  typed: '',
  country: null,
  region: null,
  minVoters: null,
  maxVoters: null,
  level: null,
  onlyChosen: false,
}

/** The municipalities that are left. One whose size or level isn't known is left out as soon as that is asked for. */
export function narrowed(
  municipalities: readonly Municipality[],
  narrowing: Narrowing,
  isChosen: (id: string) => boolean,
): Municipality[] {
  const wanted = fold(narrowing.typed)
  const { country, region, minVoters, maxVoters, level, onlyChosen } = narrowing
  return municipalities.filter(
    (one) =>
      (country === null || one.country === country) &&
      (region === null || one.region === region) &&
      (minVoters === null || (one.registeredVoters !== null && one.registeredVoters >= minVoters)) &&
      (maxVoters === null || (one.registeredVoters !== null && one.registeredVoters <= maxVoters)) &&
      (level === null || one.developmentLevel === level) &&
      (!onlyChosen || isChosen(one.id)) &&
      (wanted === '' || formsOf(one).some((form) => form.includes(wanted))),
  )
}

const formsOf = ({ name, nameLocal, code }: Municipality): string[] => [
  ...foldVariants(name),
  ...foldVariants(nameLocal),
  ...(code ? [code] : []),
]
