import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { testRollout } from '../../testing/project.ts'
import { indicatorOverview } from '../indicators/overview.queries.ts'
import { indicatorSeries } from '../indicators/series.queries.ts'
import { returnReport } from './commands/review-report.ts'
import { reportsCompleteness, reportsLastValues } from './completeness.queries.ts'
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
