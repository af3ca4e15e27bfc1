/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Stands in a value for a piece of JSON that no value of JavaScript can express (a key that is there twice, a prototype). */
const rawMark = 'raw json:'
const raw = (json: string): string => `${rawMark}${json}`

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
const anywhere: readonly Json[] = [
  null,
  true,
  0,
  -1,
  '',
  [],
  {},
  raw(deep(20_000)),
  raw(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`),
  raw('{"__proto__":{"personId":"x","role":"administrator"},"constructor":{"prototype":{"polluted":true}}}'),
  raw('1e400'),
]
const strings: readonly Json[] = [
  'NUL \u0000 inside',
  'half a pair \ud800',
  'turned \u202e txt.exe',
  '\u200b\u200d\u2060\ufeff',
  '\u2028\u2029\u0085',
  'Ина\u0306 ђ Ðіnđ́ija',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '../../../etc/passwd',
  'line\r\nBcc: victim@example.org',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31',
  '2026-02-30',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'x'.repeat(2_000),
  'x'.repeat(900_000),
]
const numbers: readonly Json[] = [1.5, 2 ** 31, 2 ** 53 - 1, -(2 ** 53), 1e308, raw('-0'), raw('1e-400'), '1']

function insteadOf(value: Json): readonly Json[] {
  if (typeof value === 'string') return [...anywhere, ...strings, value.toUpperCase(), ` ${value} `, [value]]
  if (typeof value === 'number') return [...anywhere, ...numbers]
  if (Array.isArray(value)) return [...anywhere, 'x', Array.from({ length: 5_000 }, (): Json => value[0] ?? 'x')]
  return [...anywhere, 'x', 1]
}

/** The same value with one place of it, at any depth, replaced by something bad. */
export function* mutationsOf(value: Json): Generator<Json> {
  yield* insteadOf(value)
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of mutationsOf(item)) yield value.with(index, other)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _left, ...others } = value as { readonly [key: string]: Json }
      yield others
      for (const other of mutationsOf(item)) yield { ...others, [key]: other }
    }
  }
}

/** The value as it travels. */
export const written = (value: Json): string =>
  JSON.stringify(value).replaceAll(
    /"raw json:((?:[^"\\]|\\.)*)"/g,
    (_all, json: string) => JSON.parse(`"${json}"`) as string,
  )
