import { randomUUID } from 'node:crypto'
import type { FieldChange } from '@kolo/domain/reports/report-content'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import {
  fullDraft,
  handIn,
  october,
  openFor,
  type Reporting,
  reportingRollout,
  storedFile,
} from '../../testing/reporting.ts'
import { removeFile } from '../files/commands/remove-file.ts'
import { fetchableFile } from '../files/files.queries.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'
import { returnReport } from './commands/review-report.ts'

const attach = (fileId: string, value = true, base: string | null = null): FieldChange => ({
  field: 'attachment',
  fileId,
  value,
  base,
})

describe('attachments of a report', () => {
  let hub: TestHub
  let our: Reporting
  let outsiders: string[]
  beforeAll(async () => {
    hub = await testHub()
    our = await reportingRollout(hub)
    outsiders = [our.coordinatorId, our.partnerId]
  })
  afterAll(() => hub.close())

  const stored = (spaceId: string, personId: string, name: string) => storedFile(hub, spaceId, personId, name)
  const fetches = async (personId: string, fileId: string) =>
    (await fetchableFile(hub.kernel.reads, personId, fileId)) !== undefined

  it('are the municipality’s own until they are handed in, and stay handed in', async () => {
    const { municipalitySpaceId, rolloutSpaceId } = our
    const both = [municipalitySpaceId, rolloutSpaceId]
    const reportId = await openFor(hub, our, october)
    const key = { spaceId: municipalitySpaceId, reportId }
    const photo = await stored(municipalitySpaceId, our.officerId, 'Counter.png')
    const other = await stored(municipalitySpaceId, our.officerId, 'Not for everybody.png')
    const gone = await stored(municipalitySpaceId, our.officerId, 'Blurred.png')
    // Of a space in which the officer is no member: naming it gives nobody anything.
    const foreign = await stored(our.project.commonsSpaceId, our.partnerId, 'Foreign.png')
    await expectSynced(hub, both, () =>
      hub.run(saveDraft, our.officerId, {
        ...key,
        changes: [...fullDraft(our.closed), attach(photo), attach(gone), attach(foreign)],
      }),
    )
    await hub.run(removeFile, our.officerId, { spaceId: municipalitySpaceId, fileId: gone })
    for (const personId of outsiders) expect(await fetches(personId, photo)).toBe(false)

    const submissionId = randomUUID()
    await expectSynced(hub, both, () => hub.run(submitReport, our.officerId, { ...key, submissionId }))
    const { parts } = await hub.snapshot(rolloutSpaceId)
    expect(parts.reports[reportId]!.submissions[0]!.content.attachments).toEqual([
      { id: photo, name: 'Counter.png', type: 'image/png', size: 7 },
    ])
    for (const personId of outsiders) {
      expect(await fetches(personId, photo)).toBe(true)
      expect(await fetches(personId, other)).toBe(false)
      expect(await fetches(personId, gone)).toBe(false)
    }
    expect(await fetches(our.observerId, photo)).toBe(false)

    await hub.run(removeFile, our.officerId, { spaceId: municipalitySpaceId, fileId: photo })
    expect(await fetches(our.coordinatorId, photo)).toBe(true)
  })

  it('are taken off and put back, one by one, and commented on when the report is returned', async () => {
    const period = { periodStart: '2025-03-01', periodEnd: '2025-03-31', dueOn: '2025-04-10' }
    const reportId = await openFor(hub, our, period)
    const key = { spaceId: our.municipalitySpaceId, reportId }
    const [one, two] = [
      await stored(our.municipalitySpaceId, our.officerId, 'One.pdf'),
      await stored(our.municipalitySpaceId, our.approverId, 'Two.pdf'),
    ]
    await Promise.all([
      hub.run(saveDraft, our.officerId, { ...key, changes: [attach(one)] }),
      hub.run(saveDraft, our.approverId, { ...key, changes: [attach(two)] }),
    ])
    const draft = async () => (await hub.snapshot(our.municipalitySpaceId)).parts.drafts[reportId]!
    expect((await draft()).content.attachments?.toSorted()).toEqual([one, two].toSorted())
    const base = (await draft()).revisions[`attachment:${one}`]!
    await hub.run(saveDraft, our.approverId, { ...key, changes: [attach(one, false, base)] })
    expect((await draft()).content.attachments).toEqual([two])
    const submissionId = await handIn(hub, our, reportId, fullDraft(our.closed))
    await hub.run(returnReport, our.coordinatorId, {
      spaceId: our.rolloutSpaceId,
      reportId,
      submissionId,
      comments: [{ field: 'attachments', body: 'The second page is missing.' }],
    })
    expect((await draft()).content.attachments).toEqual([two])
  })

  it('are twenty at most', async () => {
    const period = { periodStart: '2025-04-01', periodEnd: '2025-04-30', dueOn: '2025-05-10' }
    const key = { spaceId: our.municipalitySpaceId, reportId: await openFor(hub, our, period) }
    const tooMany = Array.from({ length: 21 }, () => attach(randomUUID()))
    await expect(hub.run(saveDraft, our.officerId, { ...key, changes: tooMany })).rejects.toMatchObject({
      details: { reason: 'tooManyAttachments', limit: 20 },
    })
  })
})
