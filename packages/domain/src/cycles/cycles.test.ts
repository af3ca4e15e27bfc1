import { describe, expect, it } from 'vitest'
import { foldSpace, emptySpace } from '../events/parts.ts'
import type { Cycle } from './cycles.ts'
import { cycleEnding, cycleSetting } from './cycles.decide.ts'
import { cycleEnded, cycleSet } from './cycles.events.ts'
import { cyclePart } from './cycles.fold.ts'

const id = (last: string) => `018f0000-0000-7000-8000-00000000000${last}`
const [spaceId, rolloutId] = [id('1'), id('2')]
const monthly: Cycle = { rhythm: 'monthly', days: null, startsOn: '2027-01-01', endsOn: null, window: 7 }
const by = (role: 'coordinator' | 'editor' | 'reporter', system = false) => ({
  actor: { personId: id('3'), role, system },
  now: '2027-01-01T08:00:00.000Z',
  ids: () => id('4'),
})
const input = { spaceId, rolloutId, cycle: monthly }

describe('a cycle', () => {
  it('is set by the coordinator and by the hub itself, and by nobody else', () => {
    const state = { rolloutId, cycle: null }
    expect(cycleSetting.decide(state, input, by('coordinator'))).toEqual([cycleSet.of({ rolloutId, cycle: monthly })])
    expect(cycleSetting.decide(state, input, by('reporter', true))).toHaveLength(1)
    for (const role of ['editor', 'reporter'] as const) {
      expect(() => cycleSetting.decide(state, input, by(role))).toThrow('notFound')
      expect(() => cycleEnding.decide({ rolloutId, cycle: monthly }, input, by(role))).toThrow('notFound')
    }
    expect(() => cycleSetting.decide({ rolloutId: id('9'), cycle: null }, input, by('coordinator'))).toThrow('notFound')
  })

  it('changes nothing where it is the same, and may not end before it starts', () => {
    expect(cycleSetting.decide({ rolloutId, cycle: monthly }, input, by('coordinator'))).toEqual([])
    const ended = { ...input, cycle: { ...monthly, endsOn: '2026-12-31' } }
    expect(() => cycleSetting.decide({ rolloutId, cycle: null }, ended, by('coordinator'))).toThrow('endBeforeStart')
  })

  it('ends once', () => {
    const [ended] = cycleEnding.decide({ rolloutId, cycle: monthly }, input, by('coordinator'))
    expect(ended).toEqual(cycleEnded.of({ rolloutId }))
    expect(cycleEnding.decide({ rolloutId, cycle: null }, input, by('coordinator'))).toEqual([])
  })

  it('stands in its space until it ends', () => {
    const recorded = (draft: { type: string; version: number; payload: object }, seq: number) => ({
      ...draft,
      spaceId,
      seq,
      actorId: id('3'),
      commandId: id('5'),
      at: '2027-01-01T08:00:00.000Z',
      payload: draft.payload as Record<string, unknown>,
    })
    const set = foldSpace(emptySpace, recorded(cycleSet.of({ rolloutId, cycle: monthly }), 1))
    expect(set.cycle).toEqual(monthly)
    expect(cyclePart.fold(set.cycle, recorded(cycleEnded.of({ rolloutId }), 2))).toBeNull()
  })
})
