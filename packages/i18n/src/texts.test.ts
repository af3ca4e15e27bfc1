import { describe, expect, it, vi } from 'vitest'
import { createTexts } from './texts.ts'

describe('createTexts', () => {
  it('switches the rendition only when everything in use is loaded, and tells once', async () => {
    const texts = await createTexts('en', ['core'])
    const heard = vi.fn()
    texts.subscribe(heard)
    const switching = texts.changeRendition('sr-Cyrl')
    expect(texts.screen().t('core:save')).toBe('Save')
    await switching
    expect(texts.screen().rendition).toBe('sr-Cyrl')
    expect(texts.screen().t('core:save')).toBe('Сачувај')
    expect(heard).toHaveBeenCalledTimes(1)
  })

  it('lets the last of two switches win', async () => {
    const texts = await createTexts('en', ['core'])
    await Promise.all([texts.changeRendition('ka'), texts.changeRendition('sr-Latn')])
    expect(texts.screen().rendition).toBe('sr-Latn')
  })

  it('comes back to the present rendition when that was wished last', async () => {
    const texts = await createTexts('en', ['core'])
    await Promise.all([texts.changeRendition('ka'), texts.changeRendition('en')])
    expect(texts.screen().rendition).toBe('en')
  })

  it('knows what is loaded and replaces the screen when more was loaded', async () => {
    const texts = await createTexts('en', ['core'])
    const before = texts.screen()
    expect(texts.has(['threads'])).toBe(false)
    await texts.load(['threads'])
    expect(texts.has(['core', 'threads'])).toBe(true)
    expect(texts.screen()).not.toBe(before)
    expect(texts.screen().t('threads:reply')).toBe('Reply')
  })

  it('has what was loaded during a switch in the new rendition', async () => {
    const texts = await createTexts('en', ['core'])
    await Promise.all([texts.changeRendition('ka'), texts.load(['threads'])])
    expect(texts.has(['core', 'threads'])).toBe(true)
    expect(texts.screen().t('threads:reply')).toBe('პასუხი')
  })
})
