import type { Cycle } from '@kolo/domain/cycles/cycles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDueReports } from '../../consumers/due-reports/due-reports.ts'
import type { Rounds } from '../../consumers/rounds.ts'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { endParticipation } from '../organizations/commands/add-participation.ts'
import { endCycle, setCycle } from './commands/set-cycle.ts'

const monthly: Cycle = { rhythm: 'monthly', days: null, startsOn: '2026-09-15', endsOn: null, window: 10 }
const never = 60_000_000

describe('the cycle of a rollout', () => {
  let hub: TestHub
  let today = '2026-09-01'
  const started: Rounds[] = []
  const failures: unknown[] = []
  beforeAll(async () => {
    hub = await testHub()
  })
  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop()))
    expect(failures).toEqual([])
    await hub.close()
  })
  const start = (): Rounds => {
    const due = startDueReports({
      kernel: hub.kernel,
      now: () => `${today}T06:00:00.000Z`,
      every: never,
      onError: (error) => void failures.push(error),
    })
    started.push(due)
    return due
  }
  const keyOf = ({ rolloutSpaceId: spaceId, rollout }: Reporting) => ({ spaceId, rolloutId: rollout.rolloutId })
  const periodsOf = async ({ rolloutSpaceId }: Reporting) =>
    Object.values((await hub.snapshot(rolloutSpaceId)).parts.reports)
      .map(({ periodStart, periodEnd, dueOn }) => `${periodStart} ${periodEnd} ${dueOn}`)
      .toSorted()

  it('keeps snapshot and events equal', async () => {
    const our = await reportingRollout(hub)
    const run = (work: () => Promise<unknown>) => expectSynced(hub, our.rolloutSpaceId, work)
    await run(() => hub.run(setCycle, our.coordinatorId, { ...keyOf(our), cycle: monthly }))
    await run(() =>
      hub.run(setCycle, our.coordinatorId, { ...keyOf(our), cycle: { ...monthly, endsOn: '2027-01-31' } }),
    )
    expect((await hub.snapshot(our.rolloutSpaceId)).parts.cycle).toEqual({ ...monthly, endsOn: '2027-01-31' })
    await run(() => hub.run(endCycle, our.coordinatorId, keyOf(our)))
    expect((await hub.snapshot(our.rolloutSpaceId)).parts.cycle).toBeNull()
  })

  it('asks for each report once as its period begins, at however many nodes, in both spaces', async () => {
    const our = await reportingRollout(hub)
    today = '2026-09-01'
    const nodes = [start(), start()]
    const look = () => Promise.all(nodes.map((node) => node.look()))
    await hub.run(setCycle, our.coordinatorId, { ...keyOf(our), cycle: monthly })
    await look()
    expect(await periodsOf(our)).toEqual([])
    today = '2026-10-01'
    await look()
    await look()
    const asked = ['2026-09-15 2026-09-30 2026-10-10', '2026-10-01 2026-10-31 2026-11-10']
    expect(await periodsOf(our)).toEqual(asked)
    const drafts = Object.values((await hub.snapshot(our.municipalitySpaceId)).parts.drafts)
    expect(drafts.map(({ state, indicators }) => [state, indicators.length])).toEqual([
      ['untouched', 2],
      ['untouched', 2],
    ])
    const opened = (await hub.eventsAfter(our.rolloutSpaceId, 0)).filter(({ type }) => type === 'report.opened')
    expect(opened).toHaveLength(2)
    await hub.run(endCycle, our.coordinatorId, keyOf(our))
    today = '2026-12-01'
    await look()
    expect(await periodsOf(our)).toEqual(asked)
  })

  it('asks at once when it is set, for what began and nobody has asked for', async () => {
    const our = await reportingRollout(hub)
    today = '2026-11-20'
    start()
    await openFor(hub, our, { periodStart: '2026-09-15', periodEnd: '2026-10-14', dueOn: '2026-10-20' })
    await hub.run(setCycle, our.coordinatorId, { ...keyOf(our), cycle: monthly })
    // Of September and October something is asked for already.
    await expect
      .poll(() => periodsOf(our))
      .toEqual(['2026-09-15 2026-10-14 2026-10-20', '2026-11-01 2026-11-30 2026-12-10'])
  })

  it('asks nobody who has left the project', async () => {
    const our = await reportingRollout(hub)
    today = '2026-09-20'
    const due = start()
    await due.look()
    const { id } = await hub.db
      .selectFrom('participation')
      .select('id')
      .where('organization_id', '=', our.rollout.organizationId)
      .executeTakeFirstOrThrow()
    await hub.run(endParticipation, our.coordinatorId, {
      spaceId: our.project.coordinationSpaceId,
      participationId: id,
    })
    await hub.run(setCycle, our.coordinatorId, { ...keyOf(our), cycle: monthly })
    await due.look()
    expect(await periodsOf(our)).toEqual([])
  })

  it('is set by nobody but the coordinator', async () => {
    const our = await reportingRollout(hub)
    for (const person of [our.partnerId, our.officerId, our.approverId, our.observerId]) {
      const refused = hub.run(setCycle, person, { ...keyOf(our), cycle: monthly })
      await expect(refused).rejects.toMatchObject({ code: 'notFound' })
    }
  })
})
