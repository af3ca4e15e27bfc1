import { describe, expect, test } from 'vitest'
import { sample } from '../test/sample.ts'
import { decodeUpdate, fromJson, maxUpdateBytes, UpdateRejected } from './index.ts'

describe('updates', () => {
  test('a whole update is decoded', () => {
    expect(decodeUpdate(fromJson(sample)).structs.length).toBeGreaterThan(0)
  })

  test('a malformed update is rejected', () => {
    const update = fromJson(sample)
    for (const bad of [new Uint8Array(), new Uint8Array([1, 2, 3]), update.slice(0, update.length / 2)]) {
      expect(() => decodeUpdate(bad)).toThrow(UpdateRejected)
    }
  })

  test('one that is too large is rejected before it is decoded', () => {
    expect(() => decodeUpdate(new Uint8Array(maxUpdateBytes + 1))).toThrow(
      expect.objectContaining({ reason: 'tooLarge' }),
    )
  })
})
