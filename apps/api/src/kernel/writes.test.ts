import { describe, expect, it } from 'vitest'
import { areIndependent, gathered, type Statement, withWrites } from './writes.ts'

const insert = (...values: unknown[]): Statement => ({
  text: 'insert into "message" ("id", "body") values ($1, $2)',
  values,
})
const other: Statement = { text: 'insert into "thread" ("id") values ($1)', values: ['t'] }
const update = (...values: unknown[]): Statement => ({
  text: 'update "thread" set "last" = $1, "at" = $2 where "id" = $3',
  values,
})
const rename = (...values: unknown[]): Statement => ({
  text: 'update "thread" set "title" = $1 where "id" = $2',
  values,
})
const counting: Statement = { text: 'update "thread" set "last" = "last" + 1 where "id" = $1', values: ['t'] }
const removal: Statement = { text: 'delete from "message" where "id" = $1', values: ['m'] }

describe('what many commands write', () => {
  it('goes in as rows of one statement, in powers of two, with parameters in their order', () => {
    expect(gathered([insert('a', 1), insert('b', 2), insert('c', 3)])).toEqual([
      {
        text: 'insert into "message" ("id", "body") values ($1, $2), ($3, $4)',
        values: ['a', 1, 'b', 2],
      },
      insert('c', 3),
    ])
  })

  it('keeps the order of inserts, since a row may refer to one before it', () => {
    expect(gathered([insert('a', 1), other, insert('b', 2)])).toEqual([insert('a', 1), other, insert('b', 2)])
  })

  it('sends of several updates of a row only the last, behind the inserts and what was set in between', () => {
    const [first, last] = [update(1, 'x', 't'), update(2, 'y', 't')]
    expect(gathered([insert('a', 1), first, rename('new', 't'), update(1, 'x', 'u'), insert('b', 2), last])).toEqual([
      { text: 'insert into "message" ("id", "body") values ($1, $2), ($3, $4)', values: ['a', 1, 'b', 2] },
      rename('new', 't'),
      update(1, 'x', 'u'),
      last,
    ])
  })

  it.each([
    ['counts on', counting],
    ['removes', removal],
    ['reads', { text: 'insert into "message" ("id") select "id" from "thread"', values: [] }],
    ['does not mind', { text: 'insert into "message" ("id") values ($1) on conflict do nothing', values: ['m'] }],
  ] as const)('stays as it is where one of them %s', (_what, write) => {
    const writes = [insert('a', 1), update(1, 'x', 't'), write, update(2, 'x', 't'), insert('b', 2)]
    expect(gathered(writes)).toEqual(writes)
    expect(areIndependent([write])).toBe(false)
  })
})

describe('writes that may run at once', () => {
  it('are those that touch different tables, and read nothing', () => {
    expect(areIndependent([])).toBe(true)
    expect(areIndependent([insert('a', 1), update(1, 'x', 't')])).toBe(true)
    expect(areIndependent([other, update(1, 'x', 't')])).toBe(false)
    expect(areIndependent([insert('a', 1), counting])).toBe(false)
  })

  it('become parts of one statement, with its parameters behind those it has', () => {
    const append: Statement = { text: '\n  with a as (select $1) update space set head = $2', values: [7, 8] }
    expect(withWrites(append, [insert('a', 1), update(2, 'x', 't')])).toEqual({
      text: `with written_0 as (${insert().text.replace('$1, $2', '$3, $4')}), written_1 as (update "thread" set "last" = $5, "at" = $6 where "id" = $7), a as (select $1) update space set head = $2`,
      values: [7, 8, 'a', 1, 2, 'x', 't'],
    })
    expect(withWrites(append, [])).toEqual({ ...append, text: append.text.trim() })
  })
})
