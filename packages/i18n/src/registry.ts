import type { i18n } from 'i18next'
import { catalogs } from './catalogs.ts'
import type { Namespace } from './catalogs.ts'
import { addMessages, createEngine } from './engine.ts'
import { messagesOf } from './load.ts'
import type { Rendition } from './renditions.ts'

type SourceOf<NS extends Namespace> = Awaited<ReturnType<(typeof catalogs)[NS]['en']>>['messages']
type AskedKey<Key> = Key extends `${infer Counted}_${'one' | 'other'}` ? Counted : Key

/** A key of one noun's catalog with its noun: `threads:reply`; counted messages without their suffix. */
export type MessageKey<NS extends Namespace = Namespace> = {
  [N in NS]: `${N}:${AskedKey<keyof SourceOf<N> & string>}`
}[NS]

/** What fills the placeholders; `count` also chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>

/** Answers a message in one rendition; a key of a noun that isn't loaded comes back as the key. */
export type Translate<NS extends Namespace = Namespace> = (key: MessageKey<NS>, values?: MessageValues) => string

/** Every noun that has a catalog. */
export const namespaces = Object.keys(catalogs) as readonly Namespace[]

/** A translator bound to one rendition of an engine. */
export const translateWith = (engine: i18n, rendition: Rendition): Translate => {
  const fixed = engine.getFixedT(rendition)
  return (key, values) => fixed(key, { ...values })
}

/** Loads catalogs and hands them to the engine. */
export const loadInto = async (engine: i18n, rendition: Rendition, list: readonly Namespace[]): Promise<void> => {
  const loaded = await Promise.all(
    list.map(async (namespace) => [namespace, await messagesOf(namespace, rendition)] as const),
  )
  for (const [namespace, messages] of loaded) addMessages(engine, rendition, namespace, messages)
}

/** Loads catalogs ahead, so that a later translator or change of rendition doesn't wait. */
export const loadNamespaces = async (rendition: Rendition, list: readonly Namespace[]): Promise<void> => {
  await Promise.all(list.map((namespace) => messagesOf(namespace, rendition)))
}

/** A translator for one rendition that never changes: servers, mail, tests. */
export const createTranslator = async <NS extends Namespace>(
  rendition: Rendition,
  list: readonly NS[],
): Promise<Translate<NS>> => {
  const engine = createEngine()
  await loadInto(engine, rendition, list)
  return translateWith(engine, rendition)
}

/** All messages of all renditions in memory: the server translates without waiting. */
export const createServerTranslators = async (
  renditions: readonly Rendition[],
): Promise<(rendition: Rendition) => Translate> => {
  const engine = createEngine()
  await Promise.all(renditions.map((rendition) => loadInto(engine, rendition, namespaces)))
  const translators = new Map(renditions.map((rendition) => [rendition, translateWith(engine, rendition)]))
  return (rendition) => translators.get(rendition) ?? translateWith(engine, rendition)
}
