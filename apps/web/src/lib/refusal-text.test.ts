import { type ErrorCode, errorCodes, type RefusalReason, refusalReasons } from '@kolo/domain/core/errors'
import { createTranslator, renditions } from '@kolo/i18n'
import { describe, expect, it } from 'vitest'
import { refusalText } from './refusal-text.ts'

describe('what a refusal says', () => {
  it.each(renditions)('is a sentence for each code and each reason: %s', async (rendition) => {
    const t = await createTranslator(rendition, ['errors'])
    const texts = [
      ...errorCodes.map((code) => refusalText(t, { code, details: { id: 'x' } })),
      ...refusalReasons.map((reason) => refusalText(t, { code: 'conflict', details: { reason, limit: 5, row: 2 } })),
    ]
    for (const text of texts) expect(text).toMatch(/^[^{}:]*\s.*[.!]/)
    expect(texts.filter((text) => text.startsWith('errors:'))).toEqual([])
  })

  it('is the code’s where a newer server has a reason that this page doesn’t know, and never a key', async () => {
    const t = await createTranslator('en', ['errors'])
    const newer = { code: 'conflict', details: { reason: 'ofNextYear' as RefusalReason } } as const
    expect(refusalText(t, newer)).toBe(refusalText(t, { code: 'conflict', details: {} }))
    expect(refusalText(t, { ...newer, code: 'ofNextYear' as ErrorCode })).toBe(t('errors:unknown'))
  })
})
