import { createTexts, renditions } from '@kolo/i18n'
import { describe, expect, it } from 'vitest'
import { asksBeforeClosing, signOutText } from './leaving.ts'

describe('closing the page', () => {
  it('[SYN18] asks while something is on its way, and nothing about what was refused and is on the disk', () => {
    expect(asksBeforeClosing([], false)).toBe(false)
    expect(asksBeforeClosing([{ state: 'saving' }], false)).toBe(true)
    expect(asksBeforeClosing([{ state: 'waiting' }], false)).toBe(true)
    expect(asksBeforeClosing([{ state: 'refused' }], false)).toBe(false)
  })

  it.each(['saving', 'waiting', 'refused'] as const)('[SYN18] asks where this page alone has it: %s', (state) => {
    expect(asksBeforeClosing([{ state: 'refused' }, { state, onlyInMemory: true }], false)).toBe(true)
  })

  it('[SYN18] lets an outdated page be loaded again, unless it alone has something', () => {
    expect(asksBeforeClosing([{ state: 'waiting' }], true)).toBe(false)
    expect(asksBeforeClosing([{ state: 'waiting', onlyInMemory: true }], true)).toBe(true)
  })
})

describe.each(renditions)('signing out (%s)', (rendition) => {
  it('asks nothing where everything is sent, or refused and on the disk', async () => {
    const { t } = (await createTexts(rendition, ['shell'])).screen()
    expect(signOutText(t, [])).toBeUndefined()
    expect(signOutText(t, [{ state: 'refused' }])).toBeUndefined()
  })

  it('says that what is unsent stays, but never of what this page alone has', async () => {
    const { t } = (await createTexts(rendition, ['shell'])).screen()
    const unsent = [{ state: 'waiting' }, { state: 'saving' }, { state: 'refused' }] as const
    expect(signOutText(t, unsent)).toBe(t('shell:signOutUnsent', { count: 2 }))
    const lost = [
      ...unsent,
      { state: 'waiting', onlyInMemory: true },
      { state: 'refused', onlyInMemory: true },
    ] as const
    expect(signOutText(t, lost)).toBe(t('shell:signOutLost', { count: 2 }))
  })
})
