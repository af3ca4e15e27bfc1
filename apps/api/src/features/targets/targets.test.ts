import { randomUUID } from 'node:crypto'
import type { TargetPlan } from '@kolo/domain/targets/targets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { type Reporting, reportingRollout, targetPlan as plan } from '../../testing/reporting.ts'
import { setTarget } from './commands/set-target.ts'

describe('targets on a real database', () => {
  let hub: TestHub
  let our: Reporting
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
  })
  afterAll(() => hub.close())
  const set = (next: TargetPlan, personId = our.partnerId, indicatorId = our.closed) =>
    hub.run(setTarget, personId, {
      spaceId: our.rolloutSpaceId,
      rolloutId: our.rollout.rolloutId,
      indicatorId,
      plan: next,
    })

  it('are set by whoever accompanies the municipality, changed, and taken back', async () => {
    await expectSynced(hub, our.rolloutSpaceId, () => set(plan))
    expect((await hub.snapshot(our.rolloutSpaceId)).parts.targets).toEqual({ [our.closed]: plan })
    expect(await expectSynced(hub, our.rolloutSpaceId, () => set(plan, our.coordinatorId))).toEqual([])
    await expectSynced(hub, our.rolloutSpaceId, () => set({ baseline: null, targets: plan.targets }))
    await expectSynced(hub, our.rolloutSpaceId, () => set({ baseline: null, targets: [] }))
    expect((await hub.snapshot(our.rolloutSpaceId)).parts.targets).toEqual({})
  })

  it('are refused of others, for what the catalogue lacks, and out of range', async () => {
    for (const personId of [our.officerId, our.approverId, our.observerId])
      await expect(set(plan, personId)).rejects.toMatchObject({ code: 'notFound', details: {} })
    await expect(set(plan, our.partnerId, randomUUID())).rejects.toMatchObject({ code: 'notFound', details: {} })
    await expect(set({ baseline: null, targets: [{ on: '2026-01-31', figure: 101 }] })).rejects.toMatchObject({
      details: { reason: 'targetOutOfRange' },
    })
  })
})
