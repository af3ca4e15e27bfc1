import { describe, expect, it } from 'vitest'
import type { Indicator } from '../indicators/indicators.ts'
import { lastSourcesOf, lastValuesOf } from './last-values.ts'
import {
  contentOf,
  type DraftContent,
  emptyContent,
  type FieldChange,
  lacksOf,
  valueIn,
  withChange,
} from './report-content.ts'
import { id, indicator, opened, save, submitted } from './reports.fixture.ts'

const breakdown = {
  key: 'sex',
  name: 'Sex',
  categories: [
    { key: 'women', name: 'Women' },
    { key: 'men', name: 'Men' },
  ],
}
const counted: Indicator = { ...indicator, id: id(15), key: 'trained', kind: 'count', rollup: 'sum', breakdown }
const answer: Indicator = { ...indicator, id: id(16), key: 'obstacle', kind: 'text', rollup: 'none' }
const asked = [indicator, counted, answer]
const part = (key: string, value: number): FieldChange => ({
  field: 'part',
  indicatorId: counted.id,
  part: key,
  value: { value },
  base: null,
})
const written = (...changes: FieldChange[]): DraftContent =>
  changes.reduce<DraftContent>(withChange, { ...emptyContent, health: 'onTrack', progress: 5, done: 'Much' })
const nothingElse = { files: [], facts: [], sources: {} }

describe('an indicator that is taken apart', () => {
  it('is told by its parts; their sum is its value', () => {
    const content = written(part('women', 7), part('men', 0), part('unknown', 2))
    expect(valueIn(content, counted)).toEqual({ value: 9 })
    expect(contentOf(content, asked, nothingElse)).toMatchObject({
      values: { [counted.id]: { value: 9 } },
      parts: { [counted.id]: { women: { value: 7 }, men: { value: 0 }, unknown: { value: 2 } } },
    })
  })

  it('is missing where no part is told, and refused where some are', () => {
    expect(contentOf(written(), asked, nothingElse)).not.toHaveProperty('parts')
    expect(lacksOf(written(), asked, { facts: [], earlier: {} })).toEqual([])
    expect(lacksOf(written(part('men', 3)), asked, { facts: [], earlier: {} })).toEqual([
      { field: `indicator:${counted.id}`, problem: 'partsMissing' },
    ])
  })

  it('takes no part that nobody asked for, and no total', () => {
    const draft = { ...opened().draft(), indicators: asked }
    expect(save(draft, [part('women', 1)])).toHaveLength(1)
    expect(() => save(draft, [part('others', 1)])).toThrow(/unknownField/)
    const total: FieldChange = { field: 'indicator', indicatorId: counted.id, value: { value: 1 }, base: null }
    expect(() => save(draft, [total])).toThrow(/unknownField/)
    expect(() => save(draft, [{ ...part('women', 1), indicatorId: indicator.id } as FieldChange])).toThrow(
      /unknownField/,
    )
  })

  it('keeps each part for itself: two people who write at once don’t clash', () => {
    const draft = { ...opened().draft(), indicators: asked }
    const events = save(draft, [part('women', 1), part('men', 2)])
    expect(events).toMatchObject([
      { payload: { changes: [{ change: { part: 'women' } }, { change: { part: 'men' } }] } },
    ])
    expect(save({ ...draft, content: written(part('women', 1)) }, [part('women', 1)])).toEqual([])
  })
})

describe('an answer in words', () => {
  const say = (text: string): FieldChange => ({
    field: 'indicator',
    indicatorId: answer.id,
    value: { text },
    base: null,
  })

  it('is handed in as it is, and missing where there is none', () => {
    expect(contentOf(written(say('The law')), asked, nothingElse).values).toEqual({ [answer.id]: { text: 'The law' } })
    expect(contentOf(written(say('  ')), asked, nothingElse).values).toEqual({})
    expect(lacksOf(written(say('')), asked, { facts: [], earlier: {} })).toEqual([])
  })
})

describe('where a value comes from', () => {
  const from = (value: string): FieldChange => ({ field: 'source', indicatorId: counted.id, value, base: null })
  const sources = { [counted.id]: 'Register of courses' }
  const told = [part('women', 1), part('men', 1)]

  it('is carried over, said anew, or taken back', () => {
    expect(contentOf(written(...told), asked, { ...nothingElse, sources }).sources).toEqual(sources)
    expect(contentOf(written(...told, from('Lists')), asked, { ...nothingElse, sources }).sources).toEqual({
      [counted.id]: 'Lists',
    })
    expect(contentOf(written(...told, from('')), asked, { ...nothingElse, sources })).not.toHaveProperty('sources')
    expect(contentOf(written(), asked, { ...nothingElse, sources })).not.toHaveProperty('sources')
  })

  it('stands in the last accepted report, with the parts', () => {
    const report = submitted().report()
    const content = contentOf(written(...told, from('Lists')), asked, nothingElse)
    const accepted = { ...report, state: 'accepted' as const, submissions: [{ ...report.submissions[0]!, content }] }
    expect(lastSourcesOf([accepted], '2026-11-01')).toEqual({ [counted.id]: 'Lists' })
    expect(lastSourcesOf([accepted], report.periodStart)).toEqual({})
    expect(lastValuesOf([accepted], '2026-11-01')[counted.id]).toMatchObject({ parts: { women: { value: 1 } } })
  })
})
