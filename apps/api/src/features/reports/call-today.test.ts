import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { accepted, fullDraft, handIn, openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { endParticipation } from '../organizations/commands/add-participation.ts'
import { postMessage } from '../threads/commands/post-message.ts'
import { reportsCallToday } from './call-today.queries.ts'

const month = (of: string, dueOn = '2099-12-31') => ({
  periodStart: `2025-${of}-01`,
  periodEnd: `2025-${of}-28`,
  dueOn,
})

describe('whom to call today', () => {
  let hub: TestHub
  let our: Reporting
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
  })
  afterAll(() => hub.close())

  const toCall = async (personId: string) => hub.ask(reportsCallToday, personId, { projectId: our.project.projectId })
  const kinds = async (): Promise<string[]> =>
    (await toCall(our.coordinatorId)).flatMap(({ reasons }) => reasons.map(({ kind }) => kind))

  it('nobody, while all is well', async () => {
    await accepted(hub, our, month('01'), [
      ...fullDraft(our.closed).filter(({ field }) => field !== 'health' && field !== 'blockedBy'),
      { field: 'health', value: 'onTrack', base: null },
    ])
    expect(await toCall(our.coordinatorId)).toEqual([])
  })

  it('says why, from what was accepted; nothing to report leaves it as it was', async () => {
    await accepted(hub, our, month('02'), fullDraft(our.closed))
    expect(await kinds()).toEqual(['gotWorse'])
    await accepted(hub, our, month('03'), fullDraft(our.closed))
    expect(await kinds()).toEqual(['blockedAgain'])
    await accepted(hub, our, month('04'), [{ field: 'nothingToReport', value: true, base: null }])
    expect((await toCall(our.coordinatorId))[0]?.reasons).toEqual([{ kind: 'blockedAgain', count: 2 }])
  })

  it('leads to the report that is overdue, until it is handed in', async () => {
    const reportId = await openFor(hub, our, month('05', '2025-06-10'))
    const [one] = await toCall(our.coordinatorId)
    expect(one).toMatchObject({
      rolloutId: our.rollout.rolloutId,
      overdueReportId: reportId,
      personIds: [our.officerId],
    })
    expect(one?.reasons[0]?.kind).toBe('reportOverdue')
    await handIn(hub, our, reportId, [
      ...fullDraft(our.closed),
      { field: 'helpNeeded', value: 'Who installs it?', base: null },
    ])
    expect((await toCall(our.coordinatorId))[0]?.overdueReportId).toBeNull()
  })

  it('leads to help that was asked for, until somebody answers', async () => {
    const [one] = await toCall(our.coordinatorId)
    expect(one?.reasons[0]).toEqual({ kind: 'helpUnanswered', days: 0 })
    const key = { spaceId: our.rolloutSpaceId, threadId: one?.helpThreadId ?? '', messageId: randomUUID() }
    await hub.run(postMessage, our.partnerId, { ...key, body: 'We do.', fileIds: [] })
    expect(await kinds()).not.toContain('helpUnanswered')
  })

  it('is told to those who coordinate or accompany the rollout, and to nobody else', async () => {
    expect(await toCall(our.partnerId)).toEqual(await toCall(our.coordinatorId))
    for (const personId of [our.officerId, our.approverId, our.observerId]) expect(await toCall(personId)).toEqual([])
    await expect(toCall(await hub.person('Stranger'))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('says where nobody can write, and forgets who has left the project', async () => {
    await hub.db.deleteFrom('seat_holder').where('person_id', '=', our.officerId).execute()
    expect(await kinds()).toContain('nobodyWrites')
    const { id: participationId } = await hub.db
      .selectFrom('participation')
      .innerJoin('rollout', 'rollout.organization_id', 'participation.organization_id')
      .select('participation.id')
      .where('rollout.id', '=', our.rollout.rolloutId)
      .executeTakeFirstOrThrow()
    await hub.run(endParticipation, our.coordinatorId, { spaceId: our.project.coordinationSpaceId, participationId })
    expect(await toCall(our.coordinatorId)).toEqual([])
  })
})
