import type { AriaMessage, MessageTexts } from './message.ts'
import { messageOf } from './message.ts'

type Strings = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type Script = (text: string) => string

const localeSymbol = Symbol.for('react-aria.i18n.locale')
const stringsSymbol = Symbol.for('react-aria.i18n.strings')
let current: Strings | undefined

/**
 * Puts what React Aria itself says (names of its buttons, announcements) into a language: `en…`, `sr-Cyrl…`, `sr-Latn…`
 * or `ka`. Wait for it before the locale changes on the page. `toLatin` writes Serbian Cyrillic in Latin letters.
 */
export async function installAriaStrings(locale: string, toLatin: Script): Promise<void> {
  current = await stringsOf(locale, toLatin)
  // React Aria keeps what it finds here for ever: hand it doors that lead to the language of the moment.
  const host = window as unknown as Record<symbol, unknown>
  host[localeSymbol] ??= locale
  host[stringsSymbol] ??= Object.fromEntries(Object.keys(current).map((name) => [name, door(name)]))
}

function door(packageName: string): object {
  return new Proxy({}, { get: (_, key) => current?.[packageName]?.[String(key)] })
}

async function stringsOf(locale: string, toLatin: Script): Promise<Strings> {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'ka') return compiled((await import('./ka.ts')).georgian, (text) => text)
  if (language === 'sr') {
    const { serbian } = await import('./sr.ts')
    return compiled(serbian, script === 'Latn' ? latinOutsideBraces(toLatin) : (text) => text)
  }
  // Its types name the default export a type, though it is the strings.
  const english: unknown = await import('react-aria-components/i18n/en-US')
  return (english as { readonly default: Strings }).default
}

/** Every text of a language as React Aria calls it. */
export function compiled(texts: MessageTexts, write: Script): Record<string, Record<string, AriaMessage>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, messages]) => [
      name,
      Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, messageOf(text, write)])),
    ]),
  )
}

/** Names of values are code and stay as they are. */
export function latinOutsideBraces(toLatin: Script): Script {
  return (text) => text.replace(/\{[^}]*\}|[^{]+/g, (part) => (part.startsWith('{') ? part : toLatin(part)))
}
