import { createTexts, renditions } from '@kolo/i18n'
import { describe, expect, it } from 'vitest'
import { asksBeforeClosing, signOutText } from './leaving.ts'

describe('closing the page', () => {
  it('[SYN18] asks while something is on its way, and nothing about what was refused and is on the disk', () => {
    expect(asksBeforeClosing([], false, 0)).toBe(false)
    expect(asksBeforeClosing([{ state: 'saving' }], false, 0)).toBe(true)
    expect(asksBeforeClosing([{ state: 'waiting' }], false, 0)).toBe(true)
    expect(asksBeforeClosing([{ state: 'refused' }], false, 0)).toBe(false)
  })

  it.each(['saving', 'waiting', 'refused'] as const)('[SYN18] asks where this page alone has it: %s', (state) => {
    expect(asksBeforeClosing([{ state: 'refused' }, { state, onlyInMemory: true }], false, 0)).toBe(true)
  })

  it('asks where a document isn’t saved, also in an outdated page', () => {
    expect(asksBeforeClosing([], false, 1)).toBe(true)
    expect(asksBeforeClosing([], true, 1)).toBe(true)
  })

  it('[SYN18] lets an outdated page be loaded again, unless it alone has something', () => {
    expect(asksBeforeClosing([{ state: 'waiting' }], true, 0)).toBe(false)
    expect(asksBeforeClosing([{ state: 'waiting', onlyInMemory: true }], true, 0)).toBe(true)
  })
})

describe.each(renditions)('signing out (%s)', (rendition) => {
  it('asks nothing where everything is sent, or refused and on the disk', async () => {
    const { t } = (await createTexts(rendition, ['shell'])).screen()
    expect(signOutText(t, [], 0)).toBeUndefined()
    expect(signOutText(t, [{ state: 'refused' }], 0)).toBeUndefined()
  })

  it('says that the words of a document that isn’t saved are lost, with whatever else would be', async () => {
    const { t } = (await createTexts(rendition, ['shell'])).screen()
    expect(signOutText(t, [{ state: 'waiting' }], 1)).toBe(t('shell:signOutLost', { count: 1 }))
    expect(signOutText(t, [{ state: 'waiting', onlyInMemory: true }], 2)).toBe(t('shell:signOutLost', { count: 3 }))
  })

  it('says that what is unsent stays, but never of what this page alone has', async () => {
    const { t } = (await createTexts(rendition, ['shell'])).screen()
    const unsent = [{ state: 'waiting' }, { state: 'saving' }, { state: 'refused' }] as const
    expect(signOutText(t, unsent, 0)).toBe(t('shell:signOutUnsent', { count: 2 }))
    const lost = [
      ...unsent,
      { state: 'waiting', onlyInMemory: true },
      { state: 'refused', onlyInMemory: true },
    ] as const
    expect(signOutText(t, lost, 0)).toBe(t('shell:signOutLost', { count: 2 }))
  })
})
