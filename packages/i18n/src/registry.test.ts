import { describe, expect, it } from 'vitest'
import { createServerTranslators, createTranslator, namespaces } from './registry.ts'
import { renditions } from './renditions.ts'
import { unreviewedCatalogs } from './unreviewed.ts'

describe('createTranslator', () => {
  it('chooses the Serbian plural form in both scripts and in Montenegrin', async () => {
    const latin = await createTranslator('sr-Latn', ['threads'])
    const cyrillic = await createTranslator('sr-Cyrl', ['threads'])
    const counted = [1, 3, 5, 11, 12, 21, 22].map((count) => latin('threads:messageCount', { count }))
    expect(counted).toEqual(['1 poruka', '3 poruke', '5 poruka', '11 poruka', '12 poruka', '21 poruka', '22 poruke'])
    expect(cyrillic('threads:messageCount', { count: 2 })).toBe('2 поруке')
    const montenegrin = await createTranslator('sr-Latn-ME', ['threads'])
    expect(montenegrin('threads:messageCount', { count: 4 })).toBe('4 poruke')
  })

  it('keeps Georgian nouns singular after a number', async () => {
    const t = await createTranslator('ka', ['threads'])
    expect(t('threads:messageCount', { count: 1 })).toBe('1 შეტყობინება')
    expect(t('threads:messageCount', { count: 7 })).toBe('7 შეტყობინება')
  })

  it('puts the Montenegrin overlay over the derived Latin', async () => {
    const t = await createTranslator('sr-Latn-ME', ['core', 'threads'])
    expect(t('core:empty')).toBe('Ovdje još nema ničega')
    expect(t('threads:reply')).toBe('Odgovori')
  })

  it('fills placeholders as they are, React and mail templates escape', async () => {
    const t = await createTranslator('en', ['threads'])
    expect(t('threads:replyTo', { person: 'Ana & Vuk <x>' })).toBe('Reply to: Ana & Vuk <x>')
  })

  it('refuses unknown keys and keys of other nouns at compile time', async () => {
    const t = await createTranslator('en', ['threads'])
    // @ts-expect-error core isn't loaded
    expect(t('core:save')).toBe('save')
    // @ts-expect-error no such key
    expect(t('threads:nope')).toBe('nope')
  })
})

describe('createServerTranslators', () => {
  it('has every noun in every rendition in memory', async () => {
    const translatorFor = await createServerTranslators(renditions)
    expect(renditions.map((rendition) => translatorFor(rendition)('core:save'))).toEqual([
      'Save',
      'Sačuvaj',
      'Сачувај',
      'Sačuvaj',
      'შენახვა',
    ])
  })
})

describe('unreviewedCatalogs', () => {
  it('lists translated files by noun and rendition, never English', async () => {
    const list = await unreviewedCatalogs()
    expect(list).toContainEqual({ namespace: 'threads', rendition: 'ka' })
    expect(list.every(({ namespace }) => namespaces.includes(namespace))).toBe(true)
  })
})
