import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import {
  accepted,
  fullDraft,
  november,
  october,
  type Reporting,
  reportingRollout,
  targetPlan as plan,
} from '../../testing/reporting.ts'
import { setTarget } from '../targets/commands/set-target.ts'
import { indicatorOverview } from './overview.queries.ts'
import { indicatorMultiples, indicatorSeries } from './series.queries.ts'

describe('targets', () => {
  let hub: TestHub
  let our: Reporting
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
  })
  afterAll(() => hub.close())

  it('stand beside what was reported, for each period the one that is in force', async () => {
    const { rolloutSpaceId: spaceId, closed: indicatorId } = our
    await hub.run(setTarget, our.partnerId, { spaceId, rolloutId: our.rollout.rolloutId, indicatorId, plan })
    await accepted(hub, our, october, fullDraft(our.closed))
    await accepted(hub, our, november, fullDraft(our.closed))
    const [series] = await hub.ask(indicatorSeries, our.officerId, { rolloutId: our.rollout.rolloutId })
    expect(series?.points.map(({ target }) => target?.figure)).toEqual([80, 95])
    expect(series?.baseline).toEqual(plan.baseline)
    const input = { projectId: our.project.projectId }
    const [first] = await hub.ask(indicatorOverview, our.coordinatorId, input)
    expect(first?.sources).toMatchObject([{ target: { figure: 95 }, isReached: false }])
    const multiples = await hub.ask(indicatorMultiples, our.observerId, { ...input, indicatorId: our.closed })
    expect(multiples.rollouts).toMatchObject([
      { baseline: { figure: 12.5, source: '' }, spaceId: null, points: [{}, {}] },
    ])
    const stranger = await hub.person('Stranger')
    await expect(hub.ask(indicatorMultiples, stranger, { ...input, indicatorId: our.closed })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
