import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { testRollout } from '../../testing/project.ts'
import { indicatorOverview } from '../indicators/overview.queries.ts'
import { indicatorSeries } from '../indicators/series.queries.ts'
import { returnReport } from './commands/review-report.ts'
import { reportsCompleteness, reportsLastValues, reportsWaiting } from './completeness.queries.ts'
import { reportsMine, reportsReviewQueue } from './my-reports.queries.ts'
import {
  accepted,
  fullDraft,
  handIn,
  november,
  october,
  openFor,
  type Reporting,
  reportingRollout,
} from '../../testing/reporting.ts'

describe('lists of reports', () => {
  let hub: TestHub
  let our: Reporting
  let late: string
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    await accepted(hub, our, october, fullDraft(our.closed))
    late = await openFor(hub, our, { periodStart: '2025-12-01', periodEnd: '2025-12-31', dueOn: '2026-01-10' })
    await openFor(hub, our, { periodStart: '2099-01-01', periodEnd: '2099-01-31', dueOn: '2099-02-10' })
  })
  afterAll(() => hub.close())

  it('ask those who write, for what is due', async () => {
    const mine = await hub.ask(reportsMine, our.officerId, {})
    expect(mine).toMatchObject([{ reportId: late, state: 'due', overdue: true, comments: 0 }])
    expect(await hub.ask(reportsMine, our.approverId, {})).toEqual(mine)
    for (const personId of [our.coordinatorId, our.partnerId, our.observerId])
      expect(await hub.ask(reportsMine, personId, {})).toEqual([])
  })

  it('bring submissions to the coordinator, and what is returned to those who write', async () => {
    const reportId = await openFor(hub, our, november)
    const submissionId = await handIn(hub, our, reportId, fullDraft(our.closed))
    expect(await hub.ask(reportsReviewQueue, our.coordinatorId, {})).toMatchObject([
      {
        reportId,
        submissionId,
        number: 1,
        onTime: true,
        health: 'atRisk',
        healthBefore: 'atRisk',
        progress: 40,
        nothingToReport: false,
        isBlocked: true,
        asksForHelp: false,
      },
    ])
    expect(JSON.stringify(await hub.ask(reportsReviewQueue, our.coordinatorId, {}))).not.toContain(
      'No reader of cards.',
    )
    for (const personId of [our.officerId, our.partnerId, our.observerId])
      expect(await hub.ask(reportsReviewQueue, personId, {})).toEqual([])
    const comments = [{ field: 'done' as const, body: 'More' }]
    await hub.run(returnReport, our.coordinatorId, { spaceId: our.rolloutSpaceId, reportId, submissionId, comments })
    expect(await hub.ask(reportsReviewQueue, our.coordinatorId, {})).toEqual([])
    expect(await hub.ask(reportsMine, our.officerId, {})).toMatchObject([
      { reportId: late },
      { reportId, state: 'returned', comments: 1, overdue: false },
    ])
  })

  it('show completeness by rollout and period, to each their own', async () => {
    const other = await testRollout(hub, our.project, [], 'Tivat')
    const asked = { projectId: our.project.projectId }
    const table = await hub.ask(reportsCompleteness, our.coordinatorId, asked)
    expect(table.periods.map(({ periodStart }) => periodStart)).toEqual([
      '2025-10-01',
      '2025-11-01',
      '2025-12-01',
      '2099-01-01',
    ])
    const ours = table.rollouts.find(({ rolloutId }) => rolloutId === our.rollout.rolloutId)!
    expect(ours.cells.map(({ state, onTime, overdue }) => [state, onTime, overdue])).toEqual([
      ['accepted', false, false],
      ['returned', true, false],
      ['due', false, true],
      ['notYetDue', null, false],
    ])
    expect(table.rollouts).toHaveLength(2)
    for (const personId of [our.partnerId, our.officerId]) {
      expect((await hub.ask(reportsCompleteness, personId, asked)).rollouts.map(({ rolloutId }) => rolloutId)).toEqual([
        our.rollout.rolloutId,
      ])
    }
    expect(
      (await hub.ask(reportsCompleteness, other.officerId, asked)).rollouts.map(({ rolloutId }) => rolloutId),
    ).toEqual([other.rolloutId])
    expect((await hub.ask(reportsCompleteness, our.observerId, asked)).rollouts).toEqual([])
    await expect(hub.ask(reportsCompleteness, await hub.person(), asked)).rejects.toMatchObject({
      code: 'notFound',
      details: {},
    })
  })

  it('show a year at a time, and those before it on another page', async () => {
    const year = await reportingRollout(hub)
    const months = Array.from({ length: 14 }, (_, index) =>
      new Date(Date.UTC(2023, index, 1)).toISOString().slice(0, 10),
    )
    for (const periodStart of months)
      await openFor(hub, year, { periodStart, periodEnd: `${periodStart.slice(0, 8)}28`, dueOn: '2024-06-10' })
    const asked = { projectId: year.project.projectId }
    const newest = await hub.ask(reportsCompleteness, year.coordinatorId, asked)
    const starts = ({ periods }: typeof newest) => periods.map(({ periodStart }) => periodStart)
    expect(starts(newest)).toEqual(months.slice(2))
    expect(newest.hasEarlier).toBe(true)
    const ofOurs = ({ rollouts }: typeof newest) =>
      rollouts.find(({ rolloutId }) => rolloutId === year.rollout.rolloutId)
    expect(ofOurs(newest)?.cells.map(({ periodStart }) => periodStart)).toEqual(months.slice(2))
    const before = await hub.ask(reportsCompleteness, year.coordinatorId, { ...asked, before: months[2]! })
    expect(starts(before)).toEqual(months.slice(0, 2))
    expect(before.hasEarlier).toBe(false)
    expect(ofOurs(before)?.cells.map(({ periodStart }) => periodStart)).toEqual(months.slice(0, 2))
  })

  it('tell what holds somebody up: what is overdue, returned or waits for a review', async () => {
    const asked = { projectId: our.project.projectId }
    const waiting = await hub.ask(reportsWaiting, our.coordinatorId, asked)
    expect(waiting.map(({ rolloutId, cell }) => [rolloutId, cell.state, cell.overdue])).toEqual([
      [our.rollout.rolloutId, 'returned', false],
      [our.rollout.rolloutId, 'due', true],
    ])
    expect(await hub.ask(reportsWaiting, our.partnerId, asked)).toEqual(waiting)
    expect(await hub.ask(reportsWaiting, our.observerId, asked)).toEqual([])
    await expect(hub.ask(reportsWaiting, await hub.person(), asked)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('tell the last accepted values, over time and rolled up', async () => {
    const last = await hub.ask(reportsLastValues, our.officerId, { spaceId: our.rolloutSpaceId, reportId: late })
    expect(last).toEqual({ [our.closed]: { value: { numerator: 169, denominator: 202 }, periodEnd: '2025-10-31' } })
    for (const personId of [our.officerId, our.partnerId, our.observerId]) {
      const series = await hub.ask(indicatorSeries, personId, { rolloutId: our.rollout.rolloutId })
      expect(
        series.map(({ indicator, points }) => [indicator.key, points.map(({ reading }) => reading.state)]),
      ).toEqual([
        ['reports-closed', ['reported']],
        ['within-deadline', ['missing']],
      ])
    }
    await expect(
      hub.ask(indicatorSeries, await hub.person(), { rolloutId: our.rollout.rolloutId }),
    ).rejects.toMatchObject({ code: 'notFound', details: {} })
    const overview = await hub.ask(indicatorOverview, our.observerId, { projectId: our.project.projectId })
    expect(overview).toMatchObject([
      {
        indicator: { key: 'reports-closed' },
        rolledUp: { numerator: 169, denominator: 202 },
        coverage: { reported: 1, missing: 0 },
        sources: [{ spaceId: null }],
      },
      { indicator: { key: 'within-deadline' }, rolledUp: { percent: null }, coverage: { reported: 0, missing: 1 } },
    ])
  })
})
