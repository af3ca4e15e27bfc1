import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { fullDraft, october, openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { returnReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'

describe('help that a report asks for', () => {
  let hub: TestHub
  let our: Reporting
  let reportId: string
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    reportId = await openFor(hub, our, october)
    await hub.run(saveDraft, our.officerId, { ...inTown(), changes: fullDraft(our.closed) })
  })
  afterAll(() => hub.close())

  const inTown = () => ({ spaceId: our.municipalitySpaceId, reportId })
  const inRollout = () => ({ spaceId: our.rolloutSpaceId, reportId })
  const threads = async (spaceId: string) => Object.values((await hub.snapshot(spaceId)).parts.threads)
  const askFor = async (value: string): Promise<void> => {
    const base = (await hub.snapshot(our.municipalitySpaceId)).parts.drafts[reportId]?.revisions.helpNeeded ?? null
    await hub.run(saveDraft, our.officerId, { ...inTown(), changes: [{ field: 'helpNeeded', value, base }] })
  }
  const handIn = async (): Promise<string> => {
    const submissionId = randomUUID()
    await expectSynced(hub, [our.municipalitySpaceId, our.rolloutSpaceId], () =>
      hub.run(submitReport, our.officerId, { ...inTown(), submissionId }),
    )
    return submissionId
  }
  const giveBack = (submissionId: string) => {
    const comments = [{ field: 'done' as const, body: 'Which forms?' }]
    return hub.run(returnReport, our.coordinatorId, { ...inRollout(), submissionId, comments })
  }

  it('is a thread where the municipality meets those who accompany it, and only there', async () => {
    await askFor('A second operator\nfor the evenings')
    const submissionId = await handIn()
    const [thread, ...others] = await threads(our.rolloutSpaceId)
    expect(others).toEqual([])
    expect(thread).toMatchObject({
      title: 'A second operator',
      subject: { kind: 'report', reportId, field: 'helpNeeded' },
      startedBy: our.officerId,
      lastNumber: 1,
    })
    const { rows } = await hub.pool.query('select body, author_id from message where thread_id = $1', [thread?.id])
    expect(rows).toEqual([{ body: 'A second operator\nfor the evenings', author_id: our.officerId }])
    expect(await threads(our.municipalitySpaceId)).toEqual([])
    await giveBack(submissionId)
  })

  it('is not asked for again by the same words, but by others', async () => {
    await giveBack(await handIn())
    expect(await threads(our.rolloutSpaceId)).toHaveLength(1)
    await askFor('A trainer, in March')
    await giveBack(await handIn())
    expect((await threads(our.rolloutSpaceId)).map(({ title }) => title).toSorted()).toEqual([
      'A second operator',
      'A trainer, in March',
    ])
  })

  it('is none where nobody asks', async () => {
    await askFor('  ')
    await handIn()
    expect(await threads(our.rolloutSpaceId)).toHaveLength(2)
  })
})
