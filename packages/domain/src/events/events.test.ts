import { describe, expect, it } from 'vitest'
import { SYSTEM_ACTOR_ID } from '../core/ids.ts'
import { eventRegistry } from './registry.ts'
import { emptySpace, foldSpace, parts } from './parts.ts'
import { predictions } from './predictions.ts'
import { envelopeSchema } from './envelope.ts'

const types = [...eventRegistry.keys()]

describe('the registry of events', () => {
  it.each(types)('%s is named noun.pastTense, and has a version', (type) => {
    expect(type).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/)
    expect(eventRegistry.get(type)!.version).toBeGreaterThan(0)
  })

  it('names each event once', () => {
    expect(new Set(types).size).toBe(types.length)
    for (const [type, definition] of eventRegistry) expect(definition.type).toBe(type)
  })
})

describe('folds', () => {
  const stranger = (type: string) => ({
    spaceId: SYSTEM_ACTOR_ID,
    seq: 1,
    type,
    version: 1,
    actorId: SYSTEM_ACTOR_ID,
    commandId: SYSTEM_ACTOR_ID,
    at: '2026-11-23T08:00:00.000Z',
    payload: {},
  })

  it('leave a space as it is, the very same object, at an event that no part knows', () => {
    expect(envelopeSchema.safeParse(stranger('other.happened')).success).toBe(true)
    expect(foldSpace(emptySpace, stranger('other.happened'))).toBe(emptySpace)
  })

  it('begin empty, with every part', () => {
    expect(Object.keys(emptySpace)).toEqual(Object.keys(parts))
  })
})

describe('predictions', () => {
  it.each([...predictions.keys()])('%s foresees nothing of an input that its command would refuse', (name) => {
    const context = {
      actor: { personId: SYSTEM_ACTOR_ID, role: undefined },
      now: '2026-11-23T08:00:00.000Z',
      ids: () => SYSTEM_ACTOR_ID,
    }
    expect(predictions.get(name)!.predict(emptySpace, { spaceId: 'none' }, context)).toEqual([])
  })
})
