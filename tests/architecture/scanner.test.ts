import { describe, expect, test } from 'vitest'
import { cyclesOf } from './graph.ts'
import { importsOf, withoutComments } from './scanner.ts'
import { titlesOf } from './titles.ts'

describe('the scanner', () => {
  test('finds every form of import and re-export', () => {
    const text = [
      "import a from 'a'",
      "import type { B } from 'b'",
      "import * as c from 'c'",
      "import 'd'",
      "export { e } from 'e'",
      "export type { F } from 'f'",
      "const g = await import('g')",
      "import {\n  h,\n  type I,\n} from 'h'",
      "export * as j from 'j'",
    ].join('\n')
    const found = importsOf(text)
    expect(found.map(({ specifier }) => specifier).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j'])
    expect(found.filter(({ typeOnly }) => typeOnly).map(({ specifier }) => specifier)).toEqual(['b', 'f'])
  })

  test('leaves comments out and knows them from strings and regular expressions', () => {
    expect(importsOf("// import a from 'a'\n/* import b from 'b'\n*/")).toEqual([])
    expect(withoutComments("const a = 'http://b' // c")).toBe(`const a = 'http://b' ${' '.repeat(4)}`)
    expect(withoutComments("const a = /['/]/ // c").trimEnd()).toBe("const a = /['/]/")
    expect(withoutComments('const a = `//${b}` /* c\n */').trimEnd()).toBe('const a = `//${b}`')
  })
})

test('titles of tests are found in whatever form they are written', () => {
  const text = [
    "describe('not this', () => {",
    "  it('a', () => /one/.test('not this'))",
    "  test.concurrent('b', { timeout: 1 }, async () => {})",
    "  it.each([\n    ['x) (`', () => it],\n  ])('c %s', (_x) => {})",
    "  it.each(all.map((one) => ({ ...one })))(\n    'd $one',\n    () => {},\n  )",
    "  it.for`n\n${1}`('e $n', () => {})",
    '  it(`f ${`${many}`} g`, () => {}) // it("not this")',
    "  test.skipIf(many)('h', () => {})",
    '  it(title, () => {})',
    '})',
  ].join('\n')
  const titles = ['a', 'b', 'c %s', 'd $one', 'e $n', 'f ${`${many}`} g', 'h', 'title']
  expect(titlesOf({ path: 'a.test.ts', text }).toSorted()).toEqual(titles)
})

test('cycles are named by their path', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['a'])],
    ['d', new Set<string>()],
  ])
  expect(cyclesOf(graph)).toEqual(['a → b → c → a'])
})
