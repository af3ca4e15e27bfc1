import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import { type Role, roles } from '../core/roles.ts'
import type { Envelope } from '../events/envelope.ts'
import { indicatorChoose, indicatorImport } from './indicators.decide.ts'
import { chosenIndicatorsPart, indicatorsPart } from './indicators.fold.ts'
import { can } from './indicators.policy.ts'
import { importIndicatorsInput, type Indicator, indicatorKinds, type IndicatorRow } from './indicators.ts'
import { knownIndicators } from './known-indicators.ts'
import { blankValue, completeValue, figureOf, hasShapeOf, isBlank, problemOf } from './values.ts'

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const as = (role: Role | undefined) => ({ actor: { personId: id(1), role } satisfies Actor, now: '', ids: () => id(3) })
const row: IndicatorRow = {
  key: 'tax-online',
  name: 'Tax online',
  unit: '%',
  kind: 'ratio',
  direction: 'up',
  rollup: 'ratio',
  reference: '',
}

describe('indicator.import', () => {
  const run = (rows: IndicatorRow[], known: Indicator[] = [], role: Role = 'administrator') =>
    indicatorImport.decide({ known }, { spaceId: id(2), rows }, as(role))

  it('adds what is new, mends what differs, leaves the rest alone', () => {
    expect(run([row])).toMatchObject([{ type: 'indicator.added', payload: { id: id(3), key: 'tax-online' } }])
    expect(run([row], [{ ...row, id: id(4) }])).toEqual([])
    expect(run([row], [{ ...row, id: id(4), name: 'Tax' }])).toMatchObject([
      { type: 'indicator.described', payload: { id: id(4), name: 'Tax online' } },
    ])
  })

  it('is for administrators; takes no key twice; a kind stays, for old values have its shape', () => {
    expect(() => run([row], [], 'coordinator')).toThrow(/notFound/)
    expect(() => run([row, row])).toThrow(/twiceInFile/)
    expect(() => run([row], [{ ...row, id: id(4), kind: 'count', rollup: 'sum' }])).toThrow(/indicatorKindStays/)
  })

  it('refuses a roll-up that averages what has no average', () => {
    const wrong = { ...row, kind: 'median', rollup: 'weighted' }
    expect(importIndicatorsInput.safeParse({ spaceId: id(2), rows: [wrong] }).success).toBe(false)
  })

  it('takes the known catalogue, which is that of the data', () => {
    expect(importIndicatorsInput.safeParse({ spaceId: id(2), rows: knownIndicators }).success).toBe(true)
    const lines = readFileSync(new URL('../../../../data/indicators.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    expect(knownIndicators.map(({ key, kind, direction }) => [key, kind, direction])).toEqual(
      lines.map((line) => {
        const [key, , , kind, direction] = line.split(',')
        return [key, kind, direction]
      }),
    )
  })

  it('is held by the fold', () => {
    const state = run([row]).reduce(
      (part, event) => indicatorsPart.fold(part, event as unknown as Envelope),
      indicatorsPart.empty,
    )
    expect(state).toEqual({ [id(3)]: { ...row, id: id(3) } })
  })
})

describe('indicator.choose', () => {
  const choose = (indicatorIds: string[], state: object = {}, role: Role = 'coordinator') =>
    indicatorChoose.decide(
      { rolloutId: id(5), chosen: [id(7)], known: [id(7), id(8)], ...state },
      { spaceId: id(2), rolloutId: id(5), indicatorIds },
      as(role),
    )

  it('keeps the order and drops doubles', () => {
    const events = choose([id(8), id(7), id(8)])
    expect(events).toMatchObject([{ payload: { indicatorIds: [id(8), id(7)] } }])
    expect(chosenIndicatorsPart.fold([], events[0] as unknown as Envelope)).toEqual([id(8), id(7)])
    expect(choose([id(7)])).toEqual([])
  })

  it('is for the coordinator, of this rollout, from the catalogue', () => {
    expect(roles.filter((role) => can.choose({ personId: id(1), role }))).toEqual(['coordinator'])
    expect(roles.filter((role) => can.import({ personId: id(1), role }))).toEqual(['administrator'])
    for (const role of ['editor', 'reporter', 'reader'] as const)
      expect(() => choose([id(8)], {}, role)).toThrow(/notFound/)
    expect(() => choose([id(8)], { rolloutId: id(6) })).toThrow(/notFound/)
    expect(() => choose([id(9)])).toThrow(/notFound/)
  })
})

describe('values', () => {
  it('are blank, incomplete or complete', () => {
    for (const kind of indicatorKinds) {
      expect(isBlank(blankValue(kind))).toBe(true)
      expect(hasShapeOf(kind, blankValue(kind))).toBe(true)
      expect(problemOf(kind, blankValue(kind))).toBe('incomplete')
      expect(completeValue(kind, blankValue(kind))).toBeUndefined()
    }
    expect(problemOf('ratio', { numerator: 3, denominator: null })).toBe('incomplete')
    expect(problemOf('ratio', { value: 3 })).toBe('incomplete')
    expect(completeValue('count', { value: 0 })).toEqual({ value: 0 })
  })

  it('stay within what their kind allows', () => {
    expect(problemOf('ratio', { numerator: 5, denominator: 4 })).toBe('partOfWhole')
    expect(problemOf('ratio', { numerator: -1, denominator: 4 })).toBe('outOfRange')
    expect(problemOf('level', { value: 5 })).toBe('outOfRange')
    expect(problemOf('count', { value: 1.5 })).toBe('notWhole')
    expect(problemOf('weighted', { value: -2.5, weight: 10 })).toBeNull()
    expect(problemOf('weighted', { value: 4, weight: 0 })).toBe('outOfRange')
    expect(problemOf('money', { value: 12.5 })).toBeNull()
  })

  it('show per cent, save of nothing', () => {
    expect(figureOf({ numerator: 1, denominator: 4 })).toBe(25)
    expect(figureOf({ numerator: 0, denominator: 0 })).toBeNull()
    expect(figureOf({ value: 7 })).toBe(7)
  })
})
