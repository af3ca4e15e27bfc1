import type { CatalogMeta, Messages } from '../catalogs/catalog.ts'
import { toLatin } from '../translit/to-latin.ts'

/** One noun's four files as they are stored. */
export interface StoredCatalog {
  readonly namespace: string
  readonly en: Messages
  readonly serbian: Messages
  readonly montenegrin: Messages
  readonly georgian: Messages
  /** What each translated file says about its review; `undefined` when it says nothing. */
  readonly metas: Readonly<Record<'sr-Cyrl' | 'sr-Latn-ME' | 'ka', CatalogMeta | undefined>>
}

const missingIn = (keys: readonly string[], messages: Messages): string[] =>
  keys.filter((key) => !Object.hasOwn(messages, key))

const compareKeys = (where: string, expected: readonly string[], messages: Messages): string[] => [
  ...missingIn(expected, messages).map((key) => `${where}: missing key ${key}`),
  ...Object.keys(messages)
    .filter((key) => !expected.includes(key))
    .map((key) => `${where}: unknown key ${key}`),
]

/** The keys that Serbian must have: those of English and a `_few` for every counted message. */
const serbianKeys = (en: Messages): readonly string[] =>
  Object.keys(en).flatMap((key) => (key.endsWith('_other') ? [key.replace(/_other$/, '_few'), key] : [key]))

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/gu)].map((match) => match[1] ?? ''))].sort().join(', ')

const comparePlaceholders = (where: string, en: Messages, messages: Messages): string[] =>
  Object.entries(messages).flatMap(([key, text]) => {
    const source = en[key] ?? en[key.replace(/_few$/, '_other')]
    if (source === undefined || placeholders(source) === placeholders(text)) return []
    return [`${where}: ${key} has placeholders [${placeholders(text)}], English [${placeholders(source)}]`]
  })

const keyShape = /^[a-z][A-Za-z0-9]*(_one|_few|_other)?$/

const sourceProblems = (where: string, en: Messages): string[] =>
  Object.keys(en).flatMap((key) => {
    if (!keyShape.test(key) || key.endsWith('_few')) return [`${where}: key ${key} is no camelCase key`]
    if (!/_(one|other)$/.test(key)) return []
    const twin = key.endsWith('_one') ? key.replace(/_one$/, '_other') : key.replace(/_other$/, '_one')
    return twin in en ? [] : [`${where}: missing key ${twin}`]
  })

const emptyTexts = (where: string, messages: Messages): string[] =>
  Object.entries(messages)
    .filter(([, text]) => text.trim() === '')
    .map(([key]) => `${where}: ${key} is empty`)

const find = (where: string, messages: Messages, pattern: RegExp, fault: string): string[] =>
  Object.entries(messages).flatMap(([key, text]) => {
    const hit = pattern.exec(text.replace(/\{\{[^}]*\}\}/gu, ' '))
    return hit ? [`${where}: ${key} has ${fault}: ${hit[0]}`] : []
  })

const inLatin = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, toLatin(text)]))

const gluedCapitals = /\p{L}*(?:LJ|NJ|DŽ)\p{Ll}\p{L}*/u
const mixedScripts =
  /\p{L}*(?:\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Georgian}[\p{Script=Latin}\p{Script=Cyrillic}]|[\p{Script=Latin}\p{Script=Cyrillic}]\p{Script=Georgian})\p{L}*/u

const letterProblems = ({ namespace, en, serbian, montenegrin, georgian }: StoredCatalog): string[] => [
  ...find(`${namespace}/en`, en, /[\p{Script=Cyrillic}\p{Script=Georgian}]+/u, 'foreign letters'),
  ...find(`${namespace}/sr-Cyrl`, serbian, mixedScripts, 'a word in two scripts'),
  ...find(`${namespace}/sr-Latn`, inLatin(serbian), gluedCapitals, 'glued capitals'),
  ...find(`${namespace}/sr-Latn-ME`, montenegrin, gluedCapitals, 'glued capitals'),
  ...find(`${namespace}/sr-Latn-ME`, montenegrin, /[\p{Script=Cyrillic}\p{Script=Georgian}]+/u, 'foreign letters'),
  ...find(`${namespace}/ka`, georgian, /[\u1c90-\u1cbf]+/u, 'Mtavruli letters'),
  ...find(`${namespace}/ka`, georgian, mixedScripts, 'a word in two scripts'),
  ...find(`${namespace}/ka`, georgian, /\p{Script=Cyrillic}+/u, 'foreign letters'),
]

const metaProblems = ({ namespace, metas }: StoredCatalog): string[] =>
  Object.entries(metas).flatMap(([rendition, meta]) =>
    typeof meta?.unreviewed === 'boolean' ? [] : [`${namespace}/${rendition}: no mark \`unreviewed\``],
  )

/** Everything that is wrong with one noun's catalog, a line each; empty when it is complete. */
export const problemsOf = (catalog: StoredCatalog): readonly string[] => {
  const { namespace, en, serbian, montenegrin, georgian } = catalog
  const wanted = serbianKeys(en)
  const overlay = Object.keys(montenegrin).filter((key) => !wanted.includes(key))
  const files = { en, 'sr-Cyrl': serbian, 'sr-Latn-ME': montenegrin, ka: georgian }
  return [
    ...sourceProblems(`${namespace}/en`, en),
    ...compareKeys(`${namespace}/sr-Cyrl`, wanted, serbian),
    ...overlay.map((key) => `${namespace}/sr-Latn-ME: unknown key ${key}`),
    ...compareKeys(`${namespace}/ka`, Object.keys(en), georgian),
    ...Object.entries(files).flatMap(([rendition, messages]) => [
      ...emptyTexts(`${namespace}/${rendition}`, messages),
      ...comparePlaceholders(`${namespace}/${rendition}`, en, messages),
    ]),
    ...letterProblems(catalog),
    ...metaProblems(catalog),
  ]
}
