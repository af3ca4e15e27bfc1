import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { IndicatorRow } from '@kolo/domain/indicators/indicators'
import type { FieldChange } from '@kolo/domain/reports/report-content'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import {
  accepted,
  fullDraft,
  november,
  october,
  openFor,
  type Reporting,
  reportingRollout,
} from '../../testing/reporting.ts'
import { chooseIndicators } from '../indicators/commands/choose-indicators.ts'
import { importIndicators } from '../indicators/commands/import-indicators.ts'
import { indicatorList } from '../indicators/indicators.queries.ts'
import { indicatorOverview } from '../indicators/overview.queries.ts'
import { indicatorMultiples, indicatorSeries } from '../indicators/series.queries.ts'
import { exportedReports } from './exported-reports.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'

const trained: IndicatorRow = {
  key: 'people-trained',
  name: 'People trained',
  unit: 'persons',
  kind: 'count',
  direction: 'up',
  rollup: 'sum',
  reference: '',
  cumulative: true,
  breakdown: {
    key: 'sex',
    name: 'Sex',
    categories: [
      { key: 'women', name: 'Women' },
      { key: 'men', name: 'Men' },
    ],
  },
}
const obstacle: IndicatorRow = {
  key: 'obstacle',
  name: 'Greatest obstacle',
  unit: 'words',
  direction: 'none',
  reference: '',
  kind: 'text',
  rollup: 'none',
}
const register = 'Register of courses'

describe('values that are taken apart, counted up, or in words', () => {
  let hub: TestHub
  let our: Reporting
  let indicatorId: string
  let answerId: string
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    await expectSynced(hub, hub.networkSpaceId, () =>
      hub.run(importIndicators, SYSTEM_ACTOR_ID, { spaceId: hub.networkSpaceId, rows: [trained, obstacle] }),
    )
    const known = await hub.ask(indicatorList, our.officerId, {})
    const idOf = (row: IndicatorRow): string => known.find(({ key }) => key === row.key)!.id
    ;[indicatorId, answerId] = [idOf(trained), idOf(obstacle)]
    expect(known.find(({ id }) => id === indicatorId)).toEqual({ ...trained, id: indicatorId })
    await hub.run(chooseIndicators, our.coordinatorId, {
      spaceId: our.rolloutSpaceId,
      rolloutId: our.rollout.rolloutId,
      indicatorIds: [indicatorId, answerId],
    })
  })
  afterAll(() => hub.close())
  const part = (key: string, value: number): FieldChange => ({
    field: 'part',
    indicatorId,
    part: key,
    value: { value },
    base: null,
  })
  const words = fullDraft('').filter(({ field }) => field !== 'indicator')

  it('are saved part by part, handed in as their sum, with where they come from', async () => {
    const reportId = await openFor(hub, our, october)
    const key = { spaceId: our.municipalitySpaceId, reportId }
    const both = [our.municipalitySpaceId, our.rolloutSpaceId]
    const changes: FieldChange[] = [
      ...words,
      part('women', 7),
      part('men', 3),
      { field: 'source', indicatorId, value: register, base: null },
      { field: 'indicator', indicatorId: answerId, value: { text: 'The law' }, base: null },
    ]
    await expectSynced(hub, both, () => hub.run(saveDraft, our.officerId, { ...key, changes }))
    await expectSynced(hub, both, () => hub.run(submitReport, our.officerId, { ...key, submissionId: randomUUID() }))
    const [submission] = (await hub.snapshot(our.rolloutSpaceId)).parts.reports[reportId]!.submissions
    expect(submission?.content).toMatchObject({
      values: { [indicatorId]: { value: 10 }, [answerId]: { text: 'The law' } },
      parts: { [indicatorId]: { women: { value: 7 }, men: { value: 3 } } },
      sources: { [indicatorId]: register },
    })
  })

  it('are rolled up by category; of what is counted up the last is the total; the source is carried over', async () => {
    const fresh = await reportingRollout(hub)
    const choice = { spaceId: fresh.rolloutSpaceId, rolloutId: fresh.rollout.rolloutId, indicatorIds: [indicatorId] }
    await hub.run(chooseIndicators, fresh.coordinatorId, choice)
    const from: FieldChange = { field: 'source', indicatorId, value: register, base: null }
    await accepted(hub, fresh, october, [...words, part('women', 7), part('men', 3), from])
    await accepted(hub, fresh, november, [...words, part('women', 9), part('men', 4), part('unknown', 1)])
    const [series] = await hub.ask(indicatorSeries, fresh.officerId, { rolloutId: fresh.rollout.rolloutId })
    expect(series?.points.map(({ source }) => source)).toEqual([register, register])
    expect(series?.overPeriods).toEqual({ rollup: 'sum', value: 14 })
    const [overview] = await hub.ask(indicatorOverview, fresh.observerId, { projectId: fresh.project.projectId })
    const multiples = { projectId: fresh.project.projectId, indicatorId }
    expect((await hub.ask(indicatorMultiples, fresh.observerId, multiples)).overPeriods).toEqual({
      rollup: 'sum',
      value: 14,
    })
    expect(overview?.categories).toEqual([
      { key: 'women', rolledUp: { rollup: 'sum', value: 9 } },
      { key: 'men', rolledUp: { rollup: 'sum', value: 4 } },
      { key: 'unknown', rolledUp: { rollup: 'sum', value: 1 } },
    ])
    const seen = await hub.ask(indicatorSeries, fresh.observerId, { rolloutId: fresh.rollout.rolloutId })
    expect(JSON.stringify(seen)).not.toContain(register)
    const rows = []
    const asked = { personId: fresh.observerId, projectId: fresh.project.projectId, today: '2026-01-01' }
    for await (const page of exportedReports(hub.kernel.reads, asked)) rows.push(...page)
    expect(rows.map(({ content }) => content?.parts?.[indicatorId]?.['women'])).toEqual([{ value: 7 }, { value: 9 }])
    expect(JSON.stringify(rows)).not.toContain(register)
  })
})
