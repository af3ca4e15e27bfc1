import { type Database, migrations } from '@kolo/database'
import { testDatabase } from '@kolo/database/testing'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../env.ts'
import { ensureInstallation } from '../kernel/genesis.ts'
import { createKernel } from '../kernel/kernel.ts'
import type { Reads } from '../kernel/transaction.ts'
import { loadDemo } from './load-demo.ts'
import { setInstallationAnchor } from './progress.ts'

describe('the demo network', () => {
  // The first day of a month and a year; the last of a month, in a leap year.
  it.each(['2026-01-01', '2024-02-29'])(
    'tells its story in the order of time when it is loaded on %s',
    async (today) => {
      const { pool, db, drop } = await testDatabase<Database>({ migrations })
      const failures: unknown[] = []
      const log = { info: () => undefined, error: (error: unknown) => void failures.push(error) }
      const kernel = createKernel({ pool, reads: db as unknown as Reads, onError: log.error })
      await ensureInstallation(pool, { demo: true, now: new Date().toISOString() })
      await setInstallationAnchor(pool, today)
      const hub = { env: readEnv({ LOG_LEVEL: 'silent' }), pool, db, kernel, close: async () => undefined }
      await loadDemo(hub, log)

      const { rows: backwards } = await pool.query(`
        select type from (
          select *, lag(at) over (partition by space_id order by seq) as before from event
        ) as told where at < before`)
      // The installation itself began when it did; the first thing told goes back from there, and nothing else does.
      expect(backwards.map(({ type }) => type)).toEqual(['municipality.imported'])
      const { rows: ahead } = await pool.query('select type from event where at > $1::date + 1', [today])
      expect(ahead.filter(({ type }) => type !== 'space.opened')).toEqual([])
      const reports = await db.selectFrom('report').select(['due_on', 'period_end', 'first_submitted_at']).execute()
      const submitted = reports.filter(({ first_submitted_at: at }) => at !== null)
      expect(submitted.length).toBeGreaterThan(20)
      expect(submitted.filter(({ first_submitted_at: at, due_on: due }) => at!.slice(0, 10) > due)).toEqual([])

      // A load that was cut off is run again from its beginning, and adds nothing that is there.
      const count = async () => (await pool.query('select count(*)::int as count from event')).rows[0]
      const before = await count()
      await pool.query('update installation set setup_closed_at = null')
      await loadDemo(hub, log)
      expect(await count()).toEqual(before)
      expect(failures).toEqual([])
      await drop()
    },
  )
})
