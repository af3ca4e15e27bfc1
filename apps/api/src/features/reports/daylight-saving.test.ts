import { randomUUID } from 'node:crypto'
import { createDatabase, createPool, type Database } from '@kolo/database'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKernel } from '../../kernel/kernel.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { systemSender, type TestHub, testHub } from '../../testing/hub.ts'
import { fullDraft, handIn, openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { createTask } from '../boards/commands/create-task.ts'
import { editTask } from '../boards/commands/edit-task.ts'
import { projectOverview } from '../projects/overview.queries.ts'
import { reportsCompleteness } from './completeness.queries.ts'

const zone = 'Europe/Belgrade'

/** Row A9 of the quality list: server and database live in Belgrade, where a day has 23 or 25 hours twice a year. */
describe.each([
  // The night in which the clock jumps ahead, and the one in which it is set back; each at 01:00 UTC.
  { jump: '2027-03-28', before: '2027-03-27', after: '2027-03-29' },
  { jump: '2026-10-25', before: '2026-10-24', after: '2026-10-26' },
])('days around $jump', ({ jump, before, after }) => {
  const usual = process.env['TZ']
  let now = `${before}T12:00:00.000Z`
  let base: TestHub
  let pool: Pool
  let hub: TestHub
  let our: Reporting
  beforeAll(async () => {
    process.env['TZ'] = zone
    base = await testHub()
    pool = createPool({ ...base.pool.options, options: `-c timezone=${zone}` }, { onError: () => undefined })
    hub = livingIn(pool)
    our = await reportingRollout(hub)
  })
  afterAll(async () => {
    if (usual === undefined) delete process.env['TZ']
    else process.env['TZ'] = usual
    await pool.end()
    await base.close()
  })

  const livingIn = (zoned: Pool): TestHub => {
    const db = createDatabase<Database>(zoned)
    const fail = (error: unknown): never => {
      throw error
    }
    const kernel = createKernel({ pool: zoned, reads: db as unknown as Reads, now: () => now, onError: fail })
    return {
      ...base,
      pool: zoned,
      db,
      kernel,
      run: (command, personId, input, commandId = randomUUID()) => {
        const sender = personId === SYSTEM_ACTOR_ID ? systemSender : { personId }
        return kernel.execute(command, { sender, commandId, input: command.input.parse(input) })
      },
      ask: (query, personId, input) => kernel.ask(query, personId, query.input.parse(input)),
    }
  }
  const cellAt = async (at: string, periodEnd: string) => {
    now = at
    const { projectId } = our.project
    const table = await hub.ask(reportsCompleteness, our.coordinatorId, { projectId })
    const index = table.periods.findIndex((period) => period.periodEnd === periodEnd)
    const { state, overdue, onTime } = table.rollouts[0]!.cells[index]!
    return [state, overdue, onTime]
  }

  it('are in another zone than UTC, for the server and for the database', async () => {
    const offsets = [before, after].map((day) => new Date(`${day}T12:00:00Z`).getTimezoneOffset())
    expect(offsets.toSorted((a, b) => a - b)).toEqual([-120, -60])
    expect((await hub.pool.query('show timezone')).rows).toEqual([{ TimeZone: zone }])
  })

  it('make a report due the day after its period, and late the day after it was due', async () => {
    await openFor(hub, our, { periodStart: `${before.slice(0, 7)}-01`, periodEnd: before, dueOn: jump })
    expect(await cellAt(`${before}T23:59:59.999Z`, before)).toEqual(['notYetDue', false, null])
    expect(await cellAt(`${jump}T00:00:00.000Z`, before)).toEqual(['due', false, null])
    for (const moment of ['00:59:59.999', '01:00:00.000', '23:59:59.999'])
      expect(await cellAt(`${jump}T${moment}Z`, before)).toEqual(['due', false, null])
    expect(await cellAt(`${after}T00:00:00.000Z`, before)).toEqual(['due', true, false])
  })

  it('keep the day on which a report came', async () => {
    const periods = [
      {
        periodStart: '2025-01-01',
        periodEnd: '2025-01-31',
        dueOn: before,
        at: `${before}T23:59:59.999Z`,
        onTime: true,
      },
      {
        periodStart: '2025-02-01',
        periodEnd: '2025-02-28',
        dueOn: '2025-03-01',
        at: `${jump}T00:30:00.000Z`,
        onTime: false,
      },
    ]
    for (const { at, onTime, ...period } of periods) {
      now = at
      const reportId = await openFor(hub, our, period)
      await handIn(hub, our, reportId, fullDraft(our.closed, `Done by ${period.dueOn}.`))
      expect(await cellAt(`${after}T12:00:00.000Z`, period.periodEnd)).toEqual(['submitted', false, onTime])
      const row = hub.db.selectFrom('report').select(['period_start', 'period_end', 'due_on', 'first_submitted_at'])
      expect(await row.where('id', '=', reportId).executeTakeFirst()).toEqual({
        period_start: period.periodStart,
        period_end: period.periodEnd,
        due_on: period.dueOn,
        first_submitted_at: at,
      })
    }
  })

  it('make a task late the day after it was due, never earlier', async () => {
    const { projectId, coordinationSpaceId: spaceId } = our.project
    const { slug } = await hub.db
      .selectFrom('project')
      .select('slug')
      .where('id', '=', projectId)
      .executeTakeFirstOrThrow()
    const { parts } = await hub.snapshot(spaceId)
    const [columnId] = Object.keys(parts.board.columns)
    const taskId = randomUUID()
    now = `${jump}T00:59:00.000Z`
    await hub.run(createTask, our.coordinatorId, { spaceId, taskId, columnId: columnId!, title: 'Call' })
    await hub.run(editTask, our.coordinatorId, { spaceId, taskId, dueOn: jump })
    const lateAt = async (at: string) => {
      now = at
      return (await hub.ask(projectOverview, our.coordinatorId, { slug })).late.tasks.map(
        ({ oldestDueOn }) => oldestDueOn,
      )
    }
    expect(await lateAt(`${jump}T01:00:00.000Z`)).toEqual([])
    expect(await lateAt(`${jump}T23:59:59.999Z`)).toEqual([])
    expect(await lateAt(`${after}T00:00:00.000Z`)).toEqual([jump])
  })
})
