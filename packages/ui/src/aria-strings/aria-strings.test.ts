import { describe, expect, test } from 'vitest'
import { compiled, latinOutsideBraces } from './install.ts'
import { georgian } from './ka.ts'
import type { AriaMessage } from './message.ts'
import { serbian } from './sr.ts'

type Messages = Readonly<Record<string, Readonly<Record<string, AriaMessage>>>>

const asIs = (text: string) => text
const loaded: unknown = await import('react-aria-components/i18n/en-US')
const english = (loaded as { readonly default: Messages }).default
const keysOf = (messages: Messages) =>
  Object.entries(messages).flatMap(([name, texts]) => Object.keys(texts).map((key) => `${name} ${key}`))

const valueNames = [
  'minValue maxValue lightness chroma hue percentTransparent columnName value fieldLabel link item itemText',
  'beforeItemText afterItemText date startDate endDate time dateRange groupTitle optionText name label channelLabel',
].flatMap((names) => names.split(' '))

/** Tells a message, with every value that any message of React Aria has, as its formatter would. */
function tell(messages: Messages, locale: string, name: string, key: string, count = 5): string {
  const message = messages[name]?.[key] ?? ''
  if (typeof message === 'string') return message
  const values = Object.fromEntries(valueNames.map((value) => [value, `<${value}>`]))
  const counts = { count, optionCount: count, groupCount: count, isGroupChange: true, isSelected: true }
  type Forms = Readonly<Record<string, string | (() => string)>>
  const said = (form: string | (() => string) = '') => (typeof form === 'string' ? form : form())
  const formatter = {
    plural: (n: number, forms: Forms) =>
      said(forms[`=${n}`] ?? forms[new Intl.PluralRules(locale).select(n)] ?? forms.other),
    number: String,
    select: (forms: Forms, value: unknown) => said(forms[String(value)] ?? forms.other),
  }
  return message({ ...values, ...counts }, formatter)
}

describe('the strings of React Aria', () => {
  const languages = [
    ['Serbian', compiled(serbian, asIs), 'sr-Cyrl', /[\u0400-\u04ff]/],
    ['Georgian', compiled(georgian, asIs), 'ka', /[\u10d0-\u10ff]/],
  ] as const

  test('are as many as we know of', () => expect(keysOf(english)).toHaveLength(147))

  test.each(languages)('%s has all of them and no other', (_, messages) => {
    expect(keysOf(messages).toSorted()).toEqual(keysOf(english).toSorted())
  })

  test.each(languages)(
    '%s says them in its letters, with the values of the English ones',
    (_, messages, locale, letters) => {
      const valuesIn = (text: string) => [...text.matchAll(/<\w+>|5/g)].map(String).toSorted()
      for (const [name, texts] of Object.entries(english)) {
        for (const key of Object.keys(texts)) {
          const text = tell(messages, locale, name, key)
          const original = tell(english, 'en', name, key)
          expect(text, `${name} ${key}`).not.toMatch(/undefined|[{}#]/)
          expect(valuesIn(text), `${name} ${key}`).toEqual(valuesIn(original))
          if (/[a-z]/i.test(original.replace(/<\w+>/g, ''))) expect(text, `${name} ${key}`).toMatch(letters)
        }
      }
    },
  )

  test('Serbian counts in three forms', () => {
    const selected = (count: number) => tell(languages[0][1], 'sr-Cyrl', '@react-aria/grid', 'selectedCount', count)
    expect([0, 1, 3, 5, 11, 21].map(selected)).toEqual([
      'Није изабрана ниједна ставка.',
      'Изабрана је 1 ставка.',
      'Изабране су 3 ставке.',
      'Изабрано је 5 ставки.',
      'Изабрано је 11 ставки.',
      'Изабрана је 21 ставка.',
    ])
  })

  test('a list tells the group, the option and whether it is chosen', () => {
    expect(tell(languages[1][1], 'ka', '@react-aria/combobox', 'focusAnnouncement', 2)).toBe(
      'ჯგუფი <groupTitle>: 2 ვარიანტი. <optionText>, არჩეულია',
    )
  })

  test('Latin is written around the values, never in their names', () => {
    const toLatin = (text: string) => text.replaceAll('а', 'a').replaceAll('item', 'wrong')
    expect(latinOutsideBraces(toLatin)('Изабрано: {item}а')).toBe('Изaбрaно: {item}a')
  })
})
