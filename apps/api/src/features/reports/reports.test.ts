import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../kernel/hash.ts'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { testRollout } from '../../testing/project.ts'
import { openReport } from './commands/open-report.ts'
import { acceptReport, returnReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'
import { reportsLastValues, reportsResults } from './completeness.queries.ts'
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

const secret = 'Only for the town hall'

describe('reports on a real database', () => {
  let hub: TestHub
  let our: Reporting
  let both: string[]
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    both = [our.municipalitySpaceId, our.rolloutSpaceId]
  })
  afterAll(() => hub.close())
  const draft = async (reportId: string) => (await hub.snapshot(our.municipalitySpaceId)).parts.drafts[reportId]!
  const shared = async (reportId: string) => (await hub.snapshot(our.rolloutSpaceId)).parts.reports[reportId]!

  it('keeps snapshot and events equal for every command, in both spaces', async () => {
    const reportId = randomUUID()
    const inRollout = { spaceId: our.rolloutSpaceId, reportId }
    const inTown = { spaceId: our.municipalitySpaceId, reportId }
    const [first, second] = [randomUUID(), randomUUID()]
    await expectSynced(hub, both, () =>
      hub.run(openReport, our.coordinatorId, { ...inRollout, rolloutId: our.rollout.rolloutId, ...october }),
    )
    await expectSynced(hub, both, () =>
      hub.run(saveDraft, our.officerId, { ...inTown, changes: fullDraft(our.closed) }),
    )
    await expectSynced(hub, both, () => hub.run(submitReport, our.officerId, { ...inTown, submissionId: first }))
    const comments = [
      { field: 'done' as const, body: 'Which forms?' },
      { field: `indicator:${our.closed}` as const, body: 'Since when?' },
    ]
    await expectSynced(hub, both, () =>
      hub.run(returnReport, our.coordinatorId, { ...inRollout, submissionId: first, comments }),
    )
    const base = (await draft(reportId)).revisions.done!
    await expectSynced(hub, both, () =>
      hub.run(saveDraft, our.approverId, {
        ...inTown,
        changes: [{ field: 'done', value: 'Two forms are online.', base }],
      }),
    )
    await expectSynced(hub, both, () => hub.run(submitReport, our.approverId, { ...inTown, submissionId: second }))
    const events = await expectSynced(hub, both, () =>
      hub.run(acceptReport, our.coordinatorId, { ...inRollout, submissionId: second }),
    )
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      'report.accepted',
      'report.accepted',
      'rollout.healthChanged',
    ])
    const { parts } = await hub.snapshot(our.rolloutSpaceId)
    expect(parts.rollout).toMatchObject({ health: 'atRisk', progress: 40 })
    expect(parts.reports[reportId]!.submissions.map(({ number, content }) => [number, content.done])).toEqual([
      [1, 'Forms are online.'],
      [2, 'Two forms are online.'],
    ])
  })

  it('shows nobody outside of the municipality anything of a draft', async () => {
    const reportId = await openFor(hub, our, november)
    const before = await hub.snapshot(our.rolloutSpaceId)
    await hub.run(saveDraft, our.officerId, {
      spaceId: our.municipalitySpaceId,
      reportId,
      changes: fullDraft(our.closed, secret),
    })
    const after = await hub.snapshot(our.rolloutSpaceId)
    expect(after).toEqual(before)
    expect(after.parts.reports[reportId]).toMatchObject({ state: 'open', submissions: [] })
    const change = { spaceId: our.municipalitySpaceId, reportId, changes: fullDraft(our.closed) }
    for (const personId of [our.coordinatorId, our.partnerId, our.observerId]) {
      await expect(hub.run(saveDraft, personId, change)).rejects.toMatchObject({ code: 'notFound', details: {} })
      await expect(hub.run(submitReport, personId, { ...change, submissionId: randomUUID() })).rejects.toMatchObject({
        code: 'notFound',
        details: {},
      })
    }
  })

  it('refuses to overwrite what was not seen, and keeps both of two different fields', async () => {
    const reportId = Object.values((await hub.snapshot(our.municipalitySpaceId)).parts.drafts).find(
      ({ state }) => state === 'inProgress',
    )!.id
    const key = { spaceId: our.municipalitySpaceId, reportId }
    const base = (await draft(reportId)).revisions.done!
    await Promise.all([
      hub.run(saveDraft, our.officerId, { ...key, changes: [{ field: 'helpNeeded', value: 'A reader', base: null }] }),
      hub.run(saveDraft, our.approverId, {
        ...key,
        changes: [{ field: 'nextSteps', value: 'The third form', base: null }],
      }),
      hub.run(saveDraft, our.approverId, { ...key, changes: [{ field: 'done', value: 'Mine', base }] }),
    ])
    expect((await draft(reportId)).content).toMatchObject({
      helpNeeded: 'A reader',
      nextSteps: 'The third form',
      done: 'Mine',
    })
    const blind = hub.run(saveDraft, our.officerId, { ...key, changes: [{ field: 'done', value: 'Blind', base }] })
    await expect(blind).rejects.toMatchObject({ code: 'conflict', details: { reason: 'fieldChanged', field: 'done' } })
  })

  it('hashes the submission, and never changes it again', async () => {
    const period = { periodStart: '2025-08-01', periodEnd: '2025-08-31', dueOn: '2025-09-10' }
    const reportId = await openFor(hub, our, period)
    const submissionId = await handIn(hub, our, reportId, fullDraft(our.closed))
    const [submission] = (await shared(reportId)).submissions
    expect(submission!.sha256).toBe(hashOf(submission!.content).toString('hex'))
    const key = { spaceId: our.municipalitySpaceId, reportId }
    const late = hub.run(saveDraft, our.officerId, { ...key, changes: [{ field: 'done', value: 'Late', base: null }] })
    await expect(late).rejects.toMatchObject({ details: { reason: 'reportSubmitted' } })
    await expect(hub.run(submitReport, our.officerId, { ...key, submissionId: randomUUID() })).rejects.toMatchObject({
      code: 'conflict',
    })
    // Accepting an earlier period leaves the rollout as the later report said.
    await hub.db.updateTable('rollout').set({ health: 'onTrack' }).where('id', '=', our.rollout.rolloutId).execute()
    await hub.run(acceptReport, our.coordinatorId, { spaceId: our.rolloutSpaceId, reportId, submissionId })
    expect((await hub.snapshot(our.rolloutSpaceId)).parts.rollout).toMatchObject({ health: 'onTrack' })
  })

  it('D6: is not reviewed by people of the municipality, whatever else they are', async () => {
    const period = { periodStart: '2025-07-01', periodEnd: '2025-07-31', dueOn: '2025-08-10' }
    const reportId = await openFor(hub, our, period)
    const submissionId = await handIn(hub, our, reportId, fullDraft(our.closed))
    const key = { spaceId: our.rolloutSpaceId, reportId, submissionId }
    const comments = [{ field: 'done' as const, body: 'Mine' }]
    for (const personId of [our.officerId, our.approverId, our.partnerId, our.observerId]) {
      await expect(hub.run(acceptReport, personId, key)).rejects.toMatchObject({ code: 'notFound', details: {} })
      await expect(hub.run(returnReport, personId, { ...key, comments })).rejects.toMatchObject({
        code: 'notFound',
        details: {},
      })
    }
    const grant = { space_id: our.rolloutSpaceId, person_id: our.approverId, role: 'coordinator' as const, via: 'test' }
    await hub.db.insertInto('space_member').values(grant).execute()
    await expect(hub.run(acceptReport, our.approverId, key)).rejects.toMatchObject({ details: { reason: 'ownReport' } })
    await hub.db.deleteFrom('space_member').where('via', '=', 'test').where('person_id', '=', our.approverId).execute()
    await expect(hub.run(returnReport, our.coordinatorId, { ...key, comments: [] })).rejects.toMatchObject({
      details: { reason: 'commentNeeded' },
    })
  })

  it('knows reports of other rollouts by no name', async () => {
    const other = await testRollout(hub, our.project, [], 'Tivat')
    const reportId = await openFor(hub, our, {
      periodStart: '2025-06-01',
      periodEnd: '2025-06-30',
      dueOn: '2025-07-10',
    })
    const changes = fullDraft(our.closed)
    const foreign = { spaceId: other.municipalitySpaceId!, reportId }
    await expect(hub.run(saveDraft, other.officerId, { ...foreign, changes })).rejects.toMatchObject({
      code: 'notFound',
      details: {},
    })
    await expect(
      hub.run(saveDraft, other.officerId, { ...foreign, spaceId: our.municipalitySpaceId, changes }),
    ).rejects.toMatchObject({ code: 'notFound', details: {} })
    await expect(
      hub.run(submitReport, other.officerId, { ...foreign, submissionId: randomUUID() }),
    ).rejects.toMatchObject({ code: 'notFound', details: {} })
    await expect(
      hub.ask(reportsLastValues, other.officerId, { spaceId: our.rolloutSpaceId, reportId }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('leaves the health alone where there is nothing to report, and tells observers results only', async () => {
    const mine = await reportingRollout(hub)
    await accepted(hub, mine, october, fullDraft(mine.closed, secret))
    await accepted(hub, mine, november, [{ field: 'nothingToReport', value: true, base: null }])
    expect((await hub.snapshot(mine.rolloutSpaceId)).parts.rollout).toMatchObject({ health: 'atRisk', progress: 40 })
    const results = await hub.ask(reportsResults, mine.observerId, { projectId: mine.project.projectId })
    expect(results).toMatchObject([
      {
        periodStart: '2025-10-01',
        health: 'atRisk',
        progress: 40,
        values: { [mine.closed]: { numerator: 169, denominator: 202 } },
      },
      { periodStart: '2025-11-01', nothingToReport: true, values: {} },
    ])
    expect(JSON.stringify(results)).not.toMatch(/town hall|reader of cards/)
    await expect(hub.ask(reportsResults, mine.observerId, { projectId: our.project.projectId })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
