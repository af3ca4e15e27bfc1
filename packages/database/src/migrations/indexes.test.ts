import { expect, it } from 'vitest'
import { migrations } from './index.ts'
import { testDatabase } from '../testing/index.ts'

const bareForeignKeys = `
  select conrelid::regclass::text || '.' || attname as bare
  from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
  where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
    select from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indpred is null
  ) order by 1`

it('every foreign key has an index that holds all of its rows', async () => {
  const { pool, drop } = await testDatabase({ migrations })
  const { rows } = await pool.query<{ bare: string }>(bareForeignKeys)
  await drop()
  expect(rows.map(({ bare }) => bare)).toEqual([])
})
