import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import type { Messages } from './catalogs/catalog.ts'
import type { Rendition } from './renditions.ts'

interface PluralSource {
  getRule: (code: string, options?: { ordinal?: boolean }) => Intl.PluralRules
}

/**
 * Chromium has no plural rules for Georgian and silently takes the ones of the system's language.
 * Georgian counts like English: one is 1, everything else is other.
 */
const countGeorgianLikeEnglish = (engine: i18n): void => {
  const source = engine.services.pluralResolver as PluralSource
  const original = source.getRule.bind(source)
  source.getRule = (code, options) => original(code === 'ka' ? 'en' : code, options)
}

/** An i18next engine without backend and without fallback: the check guarantees complete catalogs. */
export const createEngine = (): i18n => {
  const engine = createInstance()
  void engine.init({
    initAsync: false,
    resources: {},
    lng: 'en',
    fallbackLng: false,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: ':',
    // React and the mail templates escape; escaping here as well would show &amp; to people.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  countGeorgianLikeEnglish(engine)
  return engine
}

/** Hands one noun's messages to the engine. */
export const addMessages = (engine: i18n, rendition: Rendition, namespace: string, messages: Messages): void => {
  if (!engine.hasResourceBundle(rendition, namespace)) engine.addResourceBundle(rendition, namespace, messages)
}
