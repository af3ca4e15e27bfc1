import { createTexts, renditions } from '@kolo/i18n'
import type { OutboxItem } from '@kolo/sync'
import { expect, it } from 'vitest'
import { spokesman, unsentText } from './unsent-text.ts'

const full = { code: 'unavailable', details: { reason: 'diskFull' } } as const
const change = (commandId: string, more: Partial<OutboxItem> = {}): OutboxItem => ({
  commandId,
  name: 'message.post',
  path: 'threads.post',
  spaceId: 'space',
  input: {},
  at: '2026-03-02T09:00:00.000Z',
  state: 'waiting',
  version: 1,
  ...more,
})

it.each(renditions)('[SYN20] says what is waited for: the network, or room on the server (%s)', async (rendition) => {
  const { t } = (await createTexts(rendition, ['core', 'errors'])).screen()
  expect(unsentText(t, { state: 'saving' })).toBe(t('core:saving'))
  expect(unsentText(t, { state: 'waiting' })).toBe(t('core:waitingForNetwork'))
  expect(unsentText(t, { state: 'waiting', refusal: full })).toBe(t('errors:diskFull'))
})

it.each(renditions)('[SYN18] says that this page alone has what waits (%s)', async (rendition) => {
  const { t } = (await createTexts(rendition, ['core', 'errors'])).screen()
  expect(unsentText(t, { state: 'saving', onlyInMemory: true })).toBe(t('core:saving'))
  expect(unsentText(t, { state: 'waiting', onlyInMemory: true })).toBe(t('core:onlyInMemory'))
  expect(unsentText(t, { state: 'waiting', refusal: full, onlyInMemory: true })).toBe(t('errors:diskFull'))
})

it('[SYN18] lets the first change speak for all, or the first that this page alone has', () => {
  const [stored, later] = [change('a'), change('b')]
  const [lonely, lonelier] = [change('c', { onlyInMemory: true }), change('d', { onlyInMemory: true })]
  expect(spokesman(undefined, stored)).toBe(stored)
  expect(spokesman(stored, later)).toBe(stored)
  expect(spokesman(stored, lonely)).toBe(lonely)
  expect(spokesman(lonely, lonelier)).toBe(lonely)
  expect(spokesman(lonely, later)).toBe(lonely)
})
