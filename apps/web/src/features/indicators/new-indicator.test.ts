import { expect, it } from 'vitest'
import { blankIndicator, rowOf } from './new-indicator.ts'

const trained = { ...blankIndicator, name: 'Обучени запослени', unit: 'persons', isCumulative: true }

it('makes a key of the name in any script, and keeps what the kind allows', () => {
  expect(rowOf(trained)).toMatchObject({ key: 'obuceni-zaposleni', kind: 'count', rollup: 'sum', cumulative: true })
  expect(rowOf({ ...trained, kind: 'median' })).not.toHaveProperty('cumulative')
  expect(rowOf({ ...trained, name: ' ' })).toBeUndefined()
})

it('takes a figure apart by two categories at least, each once', () => {
  const apart = { ...trained, breakdown: 'Sex', categories: 'Women\n\nMen\n' }
  expect(rowOf(apart)?.breakdown?.categories.map(({ key }) => key)).toEqual(['women', 'men'])
  for (const categories of ['', 'Women', 'Women\nwomen', 'Women\nUnknown'])
    expect(rowOf({ ...apart, categories })).toBeUndefined()
  expect(rowOf({ ...apart, kind: 'level' })).not.toHaveProperty('breakdown')
})
