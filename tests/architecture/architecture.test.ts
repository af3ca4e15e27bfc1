import { describe, expect, test } from 'vitest'
import { readRepository } from './repository.ts'
import { filesOf } from './rule.ts'
import { completeness } from './rules/completeness.ts'
import { directions } from './rules/directions.ts'
import { layers } from './rules/layers.ts'
import { registries } from './rules/registries.ts'
import { sendings } from './rules/sending.ts'
import { shapes } from './rules/shape.ts'
import { specifications } from './rules/specification.ts'
import { texts } from './rules/text.ts'

const rules = [
  ...directions,
  ...layers,
  ...texts,
  ...shapes,
  ...registries,
  ...completeness,
  ...specifications,
  ...sendings,
]
const repository = readRepository()

test('the repository was read', () => {
  expect(repository.map(({ path }) => path)).toContain('packages/domain/src/events/registry.ts')
})

describe.each(rules)('$title', ({ check, bad, good }) => {
  test('holds in the repository', () => {
    expect(check(repository)).toEqual([])
  })

  test.each(bad.map((tree) => [tree]))('finds %j', (tree) => {
    expect(check(filesOf(tree))).not.toEqual([])
  })

  test('has nothing against the good example', () => {
    expect(check(filesOf(good))).toEqual([])
  })
})
