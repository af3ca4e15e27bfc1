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

const translateWith = (engine: i18n, rendition: Rendition): Translate => {
  const fixed = engine.getFixedT(rendition)
  return (key, values) => fixed(key, { ...values })
}

const loadInto = async (engine: i18n, rendition: Rendition, list: readonly Namespace[]): Promise<void> => {
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

/** What the screen shows now: an immutable value that is replaced when something was loaded or switched. */
export interface Screen {
  readonly rendition: Rendition
  readonly t: Translate
}

/** The live texts of one browser tab, made for React's `useSyncExternalStore(subscribe, screen)`. */
export interface Texts {
  readonly screen: () => Screen
  readonly subscribe: (listener: () => void) => () => void
  /** True when all of them can be shown in the present rendition without waiting. */
  readonly has: (list: readonly Namespace[]) => boolean
  /** Loads more nouns in the present rendition, then tells the listeners. */
  readonly load: (list: readonly Namespace[]) => Promise<void>
  /** Loads everything in use in the other rendition and only then switches; the last call wins. */
  readonly changeRendition: (rendition: Rendition) => Promise<void>
}

/** Starts the live texts with what the first screen needs. */
export const createTexts = async (rendition: Rendition, list: readonly Namespace[]): Promise<Texts> => {
  const engine = createEngine()
  const inUse = new Set<Namespace>(list)
  const listeners = new Set<() => void>()
  let wished = rendition
  await loadInto(engine, rendition, list)
  let screen: Screen = { rendition, t: translateWith(engine, rendition) }

  const show = (next: Rendition): void => {
    screen = { rendition: next, t: translateWith(engine, next) }
    for (const listener of listeners) listener()
  }
  const has = (wanted: readonly Namespace[]): boolean =>
    wanted.every((namespace) => engine.hasResourceBundle(screen.rendition, namespace))

  const load = async (wanted: readonly Namespace[]): Promise<void> => {
    for (const namespace of wanted) inUse.add(namespace)
    if (has(wanted)) return
    await loadInto(engine, screen.rendition, wanted)
    // A switch while loading is finished by changeRendition, which sees these nouns in use.
    show(screen.rendition)
  }

  const changeRendition = async (next: Rendition): Promise<void> => {
    wished = next
    while (wished === next && !isComplete(next)) await loadInto(engine, next, [...inUse])
    if (wished === next && screen.rendition !== next) show(next)
  }
  const isComplete = (next: Rendition): boolean =>
    [...inUse].every((namespace) => engine.hasResourceBundle(next, namespace))

  return {
    screen: () => screen,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    has,
    load,
    changeRendition,
  }
}
