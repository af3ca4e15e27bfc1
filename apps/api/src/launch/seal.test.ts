import { randomBytes, randomUUID } from 'node:crypto'
import type { Envelope } from '@kolo/domain/events/envelope'
import { describe, expect, it } from 'vitest'
import { frameIn } from './frames.ts'
import { sealOf } from './seal.ts'

describe('events between nodes', () => {
  const [secret, line, node, other] = [randomBytes(32), 'kolo:epoch', randomUUID(), randomUUID()]
  const seal = sealOf(secret, line, node)
  const event = (body: string): Envelope => ({
    spaceId: randomUUID(),
    seq: 7,
    type: 'message.posted',
    version: 1,
    actorId: randomUUID(),
    commandId: randomUUID(),
    at: '2026-11-28T04:00:00.000Z',
    payload: { body },
  })
  const sealed = (events: readonly Envelope[]): string => seal.close(events) ?? expect.unreachable()

  it('are read by every node of the database, and show nothing to others', () => {
    const events = [event('Ђурђевак'), event('ქართლი')]
    const text = sealed(events)
    expect(sealOf(secret, line, other).open(node, text)).toEqual(events)
    expect(Buffer.from(text, 'base64').includes('Ђурђевак')).toBe(false)
    expect(sealed(events)).not.toBe(text)
  })

  it('count for nothing where another node, database or installation sealed them, or nobody', () => {
    const text = sealed([event('Words')])
    expect(seal.open(other, text)).toBeUndefined()
    expect(sealOf(randomBytes(32), line, other).open(node, text)).toBeUndefined()
    expect(sealOf(secret, 'kolo:another', other).open(node, text)).toBeUndefined()
    for (const junk of ['', 'words', '*', text.slice(4), `AAAA${text}`]) expect(seal.open(node, junk)).toBeUndefined()
  })

  it('count for nothing where a single bit is another', () => {
    const bytes = Buffer.from(sealed([event('Words')]), 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1
      expect(seal.open(node, changed.toString('base64'))).toBeUndefined()
    }
  })

  it('are left to be read from the log where they are long', () => {
    expect(seal.close([event('a'.repeat(12_000))])).toBeUndefined()
    expect(seal.close(Array.from({ length: 20 }, () => event('a'.repeat(100))))).toBeDefined()
  })

  it('fit into a frame in whichever script, or are left to be read from the log', () => {
    const travelling = (body: string) => {
      const text = seal.close([event(body)])
      return frameIn(JSON.stringify({ node, spaceId: randomUUID(), after: 6, ...(text ? { sealed: text } : {}) }))
    }
    for (const letter of ['a', 'ж', 'ქ', '"', '😀']) {
      for (const length of [100, 2_000, 3_800, 4_000, 6_000, 11_600, 12_000, 20_000]) {
        expect(travelling(letter.repeat(length))).toBeDefined()
      }
    }
    expect(travelling('ქ'.repeat(3_800))).toHaveProperty('sealed')
    expect(travelling('ქ'.repeat(4_000))).not.toHaveProperty('sealed')
  })

  it('are opened however many nodes there were', () => {
    const all = Array.from({ length: 250 }, () => {
      const name = randomUUID()
      return { name, text: sealOf(secret, line, name).close([event(name)]) ?? '' }
    })
    for (const { name, text } of all) expect(seal.open(name, text)?.[0]?.payload).toEqual({ body: name })
  })
})
