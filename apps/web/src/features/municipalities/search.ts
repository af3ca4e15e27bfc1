import { fold, foldVariants } from '@kolo/i18n'
import type { Outputs } from '../../lib/trpc.ts'

export type Municipality = Outputs['municipalities']['list'][number]

/** A municipality with all forms under which it is found: Inđija, Инђија, indjija and indija are the same. */
export type Searchable = { readonly municipality: Municipality; readonly forms: readonly string[] }

/** Folds the names once, so that each key press only compares. */
export const searchable = (municipalities: readonly Municipality[]): Searchable[] =>
  municipalities.map((municipality) => ({
    municipality,
    forms: [
      ...foldVariants(municipality.name),
      ...foldVariants(municipality.nameLocal),
      ...(municipality.code ? [municipality.code] : []),
    ],
  }))

/** The municipalities of a country (of all, for null) whose name or code contains what was typed, in whatever script. */
export function found(all: readonly Searchable[], typed: string, country: string | null): Municipality[] {
  const wanted = fold(typed)
  return all
    .filter(({ municipality }) => country === null || municipality.country === country)
    .filter(({ forms }) => wanted === '' || forms.some((form) => form.includes(wanted)))
    .map(({ municipality }) => municipality)
}
