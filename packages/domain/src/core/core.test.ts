import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineEvent, inSpace } from '../events/define-event.ts'
import { defineCommand } from './command.ts'
import { conflict, DomainError, invalid, notFound } from './errors.ts'
import { derivedIds, idSchema, SYSTEM_ACTOR_ID } from './ids.ts'
import { changed, definePart, on, without } from './part.ts'
import { roles, strongest } from './roles.ts'
import { daySchema, keptText, lineOfText, momentSchema, positionSchema, runningText } from './text.ts'

const anyId = fc.uuid({ version: 7 })

describe('ids that are derived from a command', () => {
  it('are the same wherever they are derived, distinct, valid, and no id that a client draws', () => {
    fc.assert(
      fc.property(anyId, fc.integer({ min: 1, max: 50 }), (commandId, count) => {
        const [here, there] = [derivedIds(commandId), derivedIds(commandId)]
        const ids = Array.from({ length: count }, () => here())
        expect(Array.from({ length: count }, () => there())).toEqual(ids)
        expect(new Set(ids).size).toBe(count)
        for (const id of ids) {
          expect(idSchema.safeParse(id).success).toBe(true)
          expect(id[14]).toBe('8')
        }
      }),
    )
  })

  it('are one id in one form', () => {
    expect(idSchema.safeParse('0190a1b2-0000-7000-8000-00000000000A').success).toBe(false)
  })
  it('the system is an actor like any other', () => expect(idSchema.safeParse(SYSTEM_ACTOR_ID).success).toBe(true))
})

describe('the strongest of several roles', () => {
  it('is the first of the list that is held, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...roles]), (held) => {
        expect(strongest(held)).toBe(roles.find((role) => held.includes(role)))
      }),
    )
  })
  it('is none where none is held', () => expect(strongest([])).toBeUndefined())
})

describe('text', () => {
  const line = lineOfText(10)
  it.each([
    ['  trimmed ', 'trimmed'],
    ['Инђија', 'Инђија'],
    ['გორი', 'გორი'],
  ])('takes %j', (given, taken) => expect(line.parse(given)).toBe(taken))
  it.each(['', '   ', 'two\nlines', 'x'.repeat(11), 'nul\u0000', 'esc\u001b', 'turned\u202e', '\u2066on', '\ud800'])(
    'refuses %j in a line',
    (given) => expect(line.safeParse(given).success).toBe(false),
  )
  it.each(['\u200b\u200d\u2060', '\ufeff', '\u3164', '\u2800', '\u0301', '\u{e0041}', 'two\u2028lines'])(
    'refuses %j, which looks like nothing or like two lines',
    (given) => expect(line.safeParse(given).success).toBe(false),
  )
  it('keeps any text that the database can hold', () => {
    expect(keptText(20).safeParse('turned \u202e and bell \u0007').success).toBe(true)
    for (const given of ['nul\u0000', '\ud800', 'x'.repeat(21)])
      expect(keptText(20).safeParse(given).success).toBe(false)
  })
  it.each(['0000-01-01', '0206-01-01', '2200-01-01', '2026-02-30'])('takes %s for no day', (day) => {
    expect(daySchema.safeParse(day).success).toBe(false)
    expect(momentSchema.safeParse(`${day}T00:00:00Z`).success).toBe(false)
  })
  it('counts as far as the database does', () => {
    expect([0, 2 ** 31 - 1].map((count) => positionSchema.safeParse(count).success)).toEqual([true, true])
    expect([-1, 2 ** 31, 1.5].map((count) => positionSchema.safeParse(count).success)).toEqual([false, false, false])
  })
  it('takes lines and tabs in running text, and no control characters', () => {
    expect(runningText(20).safeParse('one\n\ttwo').success).toBe(true)
    expect(runningText(20).safeParse('').success).toBe(true)
    expect(runningText(20).safeParse('bell\u0007').success).toBe(false)
  })
})

describe('parts', () => {
  const added = defineEvent('test.added', {
    version: 1,
    payload: z.object({ id: z.string() }),
    audience: 'nobody',
    feed: null,
  })
  const part = definePart<readonly string[]>([], [on(added, (state, { payload }) => [...state, payload.id])])
  const envelope = (type: string, payload: Record<string, unknown>) => ({
    spaceId: SYSTEM_ACTOR_ID,
    seq: 1,
    type,
    version: 1,
    actorId: SYSTEM_ACTOR_ID,
    commandId: SYSTEM_ACTOR_ID,
    at: '2026-11-23T08:00:00.000Z',
    payload,
  })

  it('apply what they know and leave the rest alone: the very same object', () => {
    const state = part.fold(part.empty, envelope('test.added', { id: 'a' }))
    expect(state).toEqual(['a'])
    expect(part.fold(state, envelope('other.thing', {}))).toBe(state)
  })

  it('change and remove rows that they hold, and no others', () => {
    const rows = { a: 1 }
    expect(changed(rows, 'a', (row) => row + 1)).toEqual({ a: 2 })
    expect(changed(rows, 'b', (row) => row + 1)).toBe(rows)
    expect(without(rows, 'a')).toEqual({})
    expect(without(rows, 'b')).toBe(rows)
  })

  it('events are addressed to a space without being changed', () => {
    const draft = added.of({ id: 'a' })
    expect(inSpace('s', draft)).toEqual({ ...draft, spaceId: 's' })
    expect(draft).toEqual({ type: 'test.added', version: 1, payload: { id: 'a' } })
  })
})

describe('refusals', () => {
  it('say the same of what is forbidden and of what is absent', () => {
    expect(notFound()).toBeInstanceOf(DomainError)
    expect(notFound()).toMatchObject({ code: 'notFound', details: {} })
  })
  it('carry a reason that can be shown, which details can’t replace', () => {
    expect(invalid('tooManyColumns', { limit: 5 })).toMatchObject({
      code: 'invalid',
      details: { reason: 'tooManyColumns', limit: 5 },
    })
    expect(conflict('stateChanged', { reason: 'idTaken' })).toMatchObject({ details: { reason: 'stateChanged' } })
  })
  it('come out of a decision as they are', () => {
    const refusing = defineCommand('test.refuse', z.object({}), () => {
      throw invalid('emptyMessage')
    })
    expect(() =>
      refusing.decide({}, {}, { actor: { personId: 'p', role: undefined }, now: '', ids: () => '' }),
    ).toThrow(DomainError)
  })
})
