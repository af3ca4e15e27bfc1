import { describe, expect, it } from 'vitest'
import { problemsOf } from './problems.ts'
import type { StoredCatalog } from './problems.ts'
import { problemsOfAll } from './stored.ts'

const meta = { unreviewed: true }
const whole: StoredCatalog = {
  namespace: 'tests',
  en: { reply: 'Reply to: {{person}}', words_one: '{{count}} word', words_other: '{{count}} words' },
  serbian: {
    reply: 'Одговор за: {{person}}',
    words_one: '{{count}} реч',
    words_few: '{{count}} речи',
    words_other: '{{count}} речи',
  },
  montenegrin: { words_one: '{{count}} riječ' },
  georgian: { reply: 'პასუხი: {{person}}', words_one: '{{count}} სიტყვა', words_other: '{{count}} სიტყვა' },
  metas: { 'sr-Cyrl': meta, 'sr-Latn-ME': meta, ka: meta },
}
const withSerbian = (messages: Record<string, string>): readonly string[] =>
  problemsOf({ ...whole, serbian: { ...whole.serbian, ...messages } })
const withGeorgian = (messages: Record<string, string>): readonly string[] =>
  problemsOf({ ...whole, georgian: { ...whole.georgian, ...messages } })

describe('problemsOf', () => {
  it('finds nothing in a complete catalog', () => {
    expect(problemsOf(whole)).toEqual([])
  })

  it('names missing keys, also a missing plural form', () => {
    const { words_few: _few, ...serbian } = whole.serbian
    expect(problemsOf({ ...whole, serbian })).toEqual(['tests/sr-Cyrl: missing key words_few'])
    expect(problemsOf({ ...whole, georgian: {} })).toHaveLength(3)
    expect(problemsOf({ ...whole, en: { ...whole.en, notes_one: 'x' } })).toContain('tests/en: missing key notes_other')
  })

  it('names unknown keys, also in the overlay', () => {
    expect(withSerbian({ more: 'још' })).toEqual(['tests/sr-Cyrl: unknown key more'])
    expect(problemsOf({ ...whole, montenegrin: { more: 'još' } })).toEqual(['tests/sr-Latn-ME: unknown key more'])
  })

  it('compares placeholders', () => {
    expect(withGeorgian({ reply: 'პასუხი: {{name}}' })).toEqual([
      'tests/ka: reply has placeholders [name], English [person]',
    ])
    expect(withSerbian({ words_few: 'речи' })).toHaveLength(1)
  })

  it('finds letters that do not belong: Latin in a Cyrillic word, glued capitals, Mtavruli', () => {
    expect(withSerbian({ reply: 'Одгoвор: {{person}}' })).toEqual([
      'tests/sr-Cyrl: reply has a word in two scripts: Одгoвор',
    ])
    expect(problemsOf({ ...whole, montenegrin: { reply: 'LJudi: {{person}}' } })).toHaveLength(1)
    expect(withGeorgian({ reply: 'ᲞᲐᲡᲣᲮᲘ: {{person}}' })).toEqual(['tests/ka: reply has Mtavruli letters: ᲞᲐᲡᲣᲮᲘ'])
  })

  it('asks for texts, camelCase keys and the mark `unreviewed`', () => {
    expect(withGeorgian({ reply: ' ' })).toContain('tests/ka: reply is empty')
    expect(problemsOf({ ...whole, en: { ...whole.en, 'two-words': 'x' } })).toContain(
      'tests/en: key two-words is no camelCase key',
    )
    expect(problemsOf({ ...whole, metas: { ...whole.metas, ka: undefined } })).toEqual([
      'tests/ka: no mark `unreviewed`',
    ])
  })
})

it('the stored catalogs have no problems', async () => {
  expect(await problemsOfAll()).toEqual([])
})
