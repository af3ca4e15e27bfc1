import type { Namespace } from './catalogs.ts'
import { createEngine } from './engine.ts'
import { loadInto, translateWith } from './registry.ts'
import type { Translate } from './registry.ts'
import type { Rendition } from './renditions.ts'

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

/** Listeners of one value. */
const createListeners = (): { subscribe: Texts['subscribe']; tell: () => void } => {
  const listeners = new Set<() => void>()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: () => {
      for (const listener of listeners) listener()
    },
  }
}

/** Starts the live texts with what the first screen needs. */
export const createTexts = async (rendition: Rendition, list: readonly Namespace[]): Promise<Texts> => {
  const engine = createEngine()
  const inUse = new Set<Namespace>(list)
  const { subscribe, tell } = createListeners()
  let wished = rendition
  await loadInto(engine, rendition, list)
  let screen: Screen = { rendition, t: translateWith(engine, rendition) }

  const show = (next: Rendition): void => {
    screen = { rendition: next, t: translateWith(engine, next) }
    tell()
  }
  const isLoaded = (rendered: Rendition, wanted: Iterable<Namespace>): boolean =>
    Array.from(wanted).every((namespace) => engine.hasResourceBundle(rendered, namespace))
  const has = (wanted: readonly Namespace[]): boolean => isLoaded(screen.rendition, wanted)

  const load = async (wanted: readonly Namespace[]): Promise<void> => {
    for (const namespace of wanted) inUse.add(namespace)
    if (has(wanted)) return
    await loadInto(engine, screen.rendition, wanted)
    // A switch meanwhile is finished by changeRendition, which sees these nouns in use.
    show(screen.rendition)
  }
  const changeRendition = async (next: Rendition): Promise<void> => {
    wished = next
    while (wished === next && !isLoaded(next, inUse)) await loadInto(engine, next, [...inUse])
    if (wished === next && screen.rendition !== next) show(next)
  }
  return { screen: () => screen, subscribe, has, load, changeRendition }
}
