import { createTexts, renditions } from '@kolo/i18n'
import { expect, it } from 'vitest'
import { unsentText } from './unsent-text.ts'

const full = { code: 'unavailable', details: { reason: 'diskFull' } } as const

it.each(renditions)('[SYN20] says what is waited for: the network, or room on the server (%s)', async (rendition) => {
  const { t } = (await createTexts(rendition, ['core', 'errors'])).screen()
  expect(unsentText(t, { state: 'saving' })).toBe(t('core:saving'))
  expect(unsentText(t, { state: 'waiting' })).toBe(t('core:waitingForNetwork'))
  expect(unsentText(t, { state: 'waiting', refusal: full })).toBe(t('errors:diskFull'))
})
