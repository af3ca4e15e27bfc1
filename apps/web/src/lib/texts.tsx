import {
  createFormat,
  type Format,
  langOf,
  type Namespace,
  namespaces,
  type Rendition,
  type Texts,
  type Translate,
} from '@kolo/i18n'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'

const TextsContext = createContext<Texts | undefined>(undefined)

/** Gives the live texts to everything below, and tells the page its language. */
export function TextsProvider({ texts, children }: { texts: Texts; children: ReactNode }) {
  const { rendition } = useSyncExternalStore(texts.subscribe, texts.screen)
  useEffect(() => {
    document.documentElement.lang = langOf(rendition)
  }, [rendition])
  return <TextsContext value={texts}>{children}</TextsContext>
}

function useTextsStore(): Texts {
  const texts = use(TextsContext)
  if (!texts) throw new Error('useTexts needs a TextsProvider above it.')
  return texts
}

/** The translator with these nouns' catalogs; suspends until they are loaded. Formats come along. */
export function useTexts(...namespaces: readonly Namespace[]): { t: Translate; format: Format; rendition: Rendition } {
  const texts = useTextsStore()
  const { t, rendition } = useSyncExternalStore(texts.subscribe, texts.screen)
  use(texts.has(namespaces) ? loaded : pendingLoad(texts, rendition, namespaces))
  const format = useMemo(() => createFormat(rendition), [rendition])
  return { t, format, rendition }
}

/** Switches our own words to another rendition; those of the components are another matter. */
export const useChangeTexts = (): ((rendition: Rendition) => Promise<void>) => useTextsStore().changeRendition

/** Brings all nouns of the rendition that is shown, before a screen asks for them. */
export function useBringTexts(): () => Promise<void> {
  const { load } = useTextsStore()
  return useCallback(() => load(namespaces), [load])
}

// React reads `status` and doesn't wait for a promise that says it is fulfilled.
const loaded = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined })

// `use` needs the same promise on each render until it has settled.
const loads = new Map<string, Promise<void>>()
function pendingLoad(texts: Texts, rendition: Rendition, namespaces: readonly Namespace[]): Promise<void> {
  const key = `${rendition} ${namespaces.join(' ')}`
  const known = loads.get(key)
  if (known) return known
  const load = texts.load(namespaces).finally(() => loads.delete(key))
  loads.set(key, load)
  return load
}
