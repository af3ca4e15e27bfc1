import { createTexts } from '@kolo/i18n'
import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'

const full = { code: 'unavailable', details: { reason: 'diskFull' } } as const
const { t } = (await createTexts('en', ['core', 'shell', 'errors'])).screen()

describe('how it stands', () => {
  it('is the line’s state where nothing is unsent', () => {
    expect(standingOf(t, { items: [] }, 'live')).toMatchObject({ state: 'live', text: t('shell:connectionLive') })
    expect(standingOf(t, { items: [] }, 'slow')).toMatchObject({ state: 'slow', text: t('core:slowConnection') })
    expect(standingOf(t, { items: [] }, 'away')).toMatchObject({ state: 'attention', text: t('core:reconnecting') })
  })

  it('says how much waits for the line', () => {
    expect(standingOf(t, { items: [{ state: 'saving' }] }, 'live')).toMatchObject({
      state: 'saving',
      text: t('core:saving'),
    })
    const pending = t('core:pendingChanges', { count: 1 })
    expect(standingOf(t, { items: [{ state: 'waiting' }] }, 'away')).toMatchObject({
      state: 'attention',
      text: pending,
    })
  })

  it('[SYN18] asks for attention to what this page alone has, whatever the line', () => {
    const items = [{ state: 'waiting' }, { state: 'waiting', onlyInMemory: true }] as const
    for (const connection of ['live', 'slow', 'away'] as const)
      expect(standingOf(t, { items }, connection)).toEqual({
        state: 'attention',
        sign: 'warning',
        text: t('core:onlyInMemory'),
      })
  })

  it('[SYN18] raises no alarm for the moment in which a good line takes it', () => {
    const items = [{ state: 'saving', onlyInMemory: true }] as const
    expect(standingOf(t, { items }, 'live')).toMatchObject({ state: 'saving' })
    expect(standingOf(t, { items }, 'away')).toMatchObject({ state: 'attention', text: t('core:onlyInMemory') })
  })

  it('[SYN20] [SYN21] tells of a refusal first, then of what the server lacks', () => {
    const lonely = { state: 'waiting', onlyInMemory: true } as const
    const hindered = { state: 'waiting', refusal: full } as const
    expect(standingOf(t, { items: [lonely, hindered] }, 'live')).toMatchObject({ text: t('errors:diskFull') })
    const refused = { state: 'refused', refusal: full } as const
    expect(standingOf(t, { items: [lonely, hindered, refused] }, 'live')).toMatchObject({
      text: t('shell:outboxRefused'),
    })
  })

  it('[SYN35] says that the page has to be loaded again, whether or not anything waits for that', () => {
    const said = { state: 'attention', sign: 'warning', text: t('errors:versionMismatch') }
    expect(standingOf(t, { items: [] }, 'outdated')).toEqual(said)
    expect(standingOf(t, { items: [{ state: 'waiting' }] }, 'outdated')).toEqual(said)
    const lonely = { state: 'saving', onlyInMemory: true } as const
    expect(standingOf(t, { items: [lonely] }, 'outdated')).toMatchObject({ text: t('core:onlyInMemory') })
  })

  it('counts documents that aren’t saved among what waits for the line, and warns where one is refused', () => {
    const waiting = { items: [{ state: 'waiting' }], documents: [{ isRefused: false }] } as const
    const pending = t('core:pendingChanges', { count: 2 })
    expect(standingOf(t, waiting, 'away')).toMatchObject({ state: 'attention', text: pending })
    expect(standingOf(t, { items: [], documents: [{ isRefused: false }] }, 'live')).toMatchObject({ state: 'live' })
    const refused = { items: [], documents: [{ isRefused: false }, { isRefused: true }] }
    for (const connection of ['live', 'away', 'outdated'] as const)
      expect(standingOf(t, refused, connection)).toEqual({
        state: 'attention',
        sign: 'warning',
        text: t('shell:documentUnsaved'),
      })
  })
})
