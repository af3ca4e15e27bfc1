import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../testing/door.ts'
import { expectSynced } from '../../testing/hub.ts'
import { fullDraft, openFor, type Reporting, reportingRollout, storedFile } from '../../testing/reporting.ts'
import { removeFile } from '../files/commands/remove-file.ts'
import { setApproval } from '../projects/commands/set-approval.ts'
import { approveReport, askApproval } from './commands/approve-report.ts'
import { declineApproval } from './commands/decline-approval.ts'
import { returnReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'

const secretWord = 'Only for the town hall'
let month = 0
/** Another period each time, long ago, so that links last two weeks. */
const nextMonth = () => {
  month += 1
  const [year, of] = [2000 + Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')]
  return { periodStart: `${year}-${of}-01`, periodEnd: `${year}-${of}-28`, dueOn: `${year}-${of}-28` }
}

describe('approval by the municipality', () => {
  let door: Door
  let our: Reporting
  let both: string[]
  let approverEmail: string
  beforeAll(async () => {
    door = await openDoor()
    our = await reportingRollout(door.hub)
    both = [our.municipalitySpaceId, our.rolloutSpaceId]
    await expectSynced(door.hub, [our.project.commonsSpaceId], () =>
      door.hub.run(setApproval, our.coordinatorId, { spaceId: our.project.commonsSpaceId, asksApproval: true }),
    )
    const person = door.hub.db.selectFrom('person').select('email').where('id', '=', our.approverId)
    approverEmail = (await person.executeTakeFirstOrThrow()).email
  })
  afterAll(async () => {
    expect(door.failures).toEqual([])
    await door.close()
  })

  const inTown = (reportId: string) => ({ spaceId: our.municipalitySpaceId, reportId })
  const draftOf = async (reportId: string) => (await door.hub.snapshot(our.municipalitySpaceId)).parts.drafts[reportId]!
  const reportOf = async (reportId: string) => (await door.hub.snapshot(our.rolloutSpaceId)).parts.reports[reportId]!
  const written = async (): Promise<string> => {
    const reportId = await openFor(door.hub, our, nextMonth())
    await door.hub.run(saveDraft, our.officerId, { ...inTown(reportId), changes: fullDraft(our.closed, secretWord) })
    return reportId
  }
  const asked = async (): Promise<{ reportId: string; secret: string }> => {
    const reportId = await written()
    await door.hub.run(askApproval, our.officerId, inTown(reportId))
    return { reportId, secret: await door.mailedSecret(approverEmail) }
  }
  const show = (secret: string) => door.browser().post('reports.showApproval', { secret })
  const approve = (secret: string, submissionId = randomUUID()) =>
    door.browser().post('reports.approveByLink', { secret, submissionId })

  it('keeps snapshot and events equal for every command, in both spaces; nothing leaves before it is signed', async () => {
    const reportId = await written()
    const before = await door.hub.snapshot(our.rolloutSpaceId)
    await expect(
      door.hub.run(submitReport, our.officerId, { ...inTown(reportId), submissionId: randomUUID() }),
    ).rejects.toMatchObject({ code: 'invalid', details: { reason: 'approvalNeeded' } })
    await expectSynced(door.hub, both, () => door.hub.run(askApproval, our.officerId, inTown(reportId)))
    expect(await door.hub.snapshot(our.rolloutSpaceId)).toEqual(before)
    const { sha256 } = (await draftOf(reportId)).asked!
    const signing = { ...inTown(reportId), submissionId: randomUUID(), sha256 }
    await expect(door.hub.run(approveReport, our.officerId, signing)).rejects.toMatchObject({ code: 'notFound' })
    await expectSynced(door.hub, both, () => door.hub.run(approveReport, our.approverId, signing))
    expect(await reportOf(reportId)).toMatchObject({
      state: 'submitted',
      submissions: [{ submittedBy: our.approverId, sha256, content: { done: secretWord } }],
    })
  })

  it('by the link of the letter: shown as often as one likes, signed once, and it opens nothing else', async () => {
    const { reportId, secret } = await asked()
    const [letter] = await door.hub.db
      .selectFrom('mailbox')
      .selectAll()
      .where('recipient', 'like', `%${approverEmail}%`)
      .orderBy('at', 'desc')
      .limit(1)
      .execute()
    expect(letter?.text).toContain(`http://kolo.test/approve#${secret}`)
    expect(letter?.subject).toMatch(/^Please approve: /)
    expect(letter?.text).not.toContain(secretWord)
    expect(JSON.stringify(await door.hub.db.selectFrom('approval_link').selectAll().execute())).not.toContain(secret)

    for (let time = 0; time < 2; time += 1) {
      const page = await show(secret)
      expect(page).toMatchObject({
        status: 200,
        cookie: undefined,
        data: { status: 'open', content: { done: secretWord } },
      })
    }
    // A scanner that follows links sends GET.
    expect((await door.browser().get('reports.showApproval', { secret })).status).toBe(405)
    expect((await door.browser().get('reports.approveByLink', { secret, submissionId: randomUUID() })).status).toBe(405)
    expect((await door.browser().post('sessions.redeemLink', { secret })).status).toBe(404)
    expect((await reportOf(reportId)).state).toBe('open')

    const answers = await Promise.all(Array.from({ length: 5 }, () => approve(secret)))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(answers.map(({ cookie }) => cookie)).toEqual(Array(5).fill(undefined))
    expect((await reportOf(reportId)).submissions).toMatchObject([{ submittedBy: our.approverId }])
    expect(await approve(secret)).toMatchObject({ status: 200 })
    expect(await show(secret)).toMatchObject({ data: { status: 'approved' } })
    expect(JSON.stringify((await show(secret)).data)).not.toContain(secretWord)
    expect((await reportOf(reportId)).submissions).toHaveLength(1)
  })

  it('is sent back with a word, signed in or by the link, which then opens nothing any more', async () => {
    const word = 'Name the forms.'
    const { reportId, secret } = await asked()
    const { sha256 } = (await draftOf(reportId)).asked!
    const declining = { ...inTown(reportId), sha256, word }
    await expect(door.hub.run(declineApproval, our.officerId, declining)).rejects.toMatchObject({ code: 'notFound' })
    await expectSynced(door.hub, both, () => door.hub.run(declineApproval, our.approverId, declining))
    expect(await draftOf(reportId)).toMatchObject({
      state: 'inProgress',
      declined: { word, declinedBy: our.approverId },
    })
    const invented = await show('B'.repeat(43))
    for (const answer of [await show(secret), await approve(secret)]) expect(answer.body).toBe(invented.body)

    await expectSynced(door.hub, both, () => door.hub.run(askApproval, our.officerId, inTown(reportId)))
    expect((await draftOf(reportId)).declined).toBeNull()
    const fresh = await door.mailedSecret(approverEmail)
    const decline = (said: string) => door.browser().post('reports.declineByLink', { secret: fresh, word: said })
    expect((await decline('  ')).status).toBe(400)
    expect((await show(fresh)).status).toBe(200)
    expect(await decline(word)).toMatchObject({ status: 200, cookie: undefined })
    expect(await draftOf(reportId)).toMatchObject({
      state: 'inProgress',
      declined: { word, declinedBy: our.approverId },
    })
    for (const answer of [await show(fresh), await approve(fresh), await decline(word)])
      expect(answer.body).toBe(invented.body)
    expect((await reportOf(reportId)).state).toBe('open')
    await expectSynced(door.hub, both, () => door.hub.run(askApproval, our.officerId, inTown(reportId)))
    const signing = { ...inTown(reportId), submissionId: randomUUID(), sha256 }
    await expectSynced(door.hub, both, () => door.hub.run(approveReport, our.approverId, signing))
  })

  it('ends with the text that was asked about: whoever writes asks anew, and the old link is none any more', async () => {
    const { reportId, secret } = await asked()
    const invented = await show('B'.repeat(43))
    expect(invented.status).toBe(404)
    const base = (await draftOf(reportId)).revisions.done!
    await expectSynced(door.hub, both, () =>
      door.hub.run(saveDraft, our.officerId, {
        ...inTown(reportId),
        changes: [{ field: 'done', value: 'Other.', base }],
      }),
    )
    for (const answer of [await show(secret), await approve(secret)]) expect(answer.body).toBe(invented.body)
    await door.hub.run(askApproval, our.officerId, inTown(reportId))
    const fresh = await door.mailedSecret(approverEmail)
    expect((await show(secret)).body).toBe(invented.body)
    expect(await show(fresh)).toMatchObject({ data: { content: { done: 'Other.' } } })
    expect((await reportOf(reportId)).state).toBe('open')
  })

  it('is asked once more where a letter got lost or its time is over, and not where it has arrived', async () => {
    const { reportId, secret } = await asked()
    const ask = () => door.hub.run(askApproval, our.officerId, inTown(reportId))
    const letters = async () => (await door.hub.db.selectFrom('mailbox').select('id').execute()).length
    const count = await letters()
    await ask()
    await door.post.idle()
    expect(await letters()).toBe(count)
    const gone = { expires_at: '2000-01-01T00:00:00.000Z' }
    await door.hub.db.updateTable('approval_link').set(gone).where('report_id', '=', reportId).execute()
    expect((await show(secret)).status).toBe(404)
    await expectSynced(door.hub, both, ask)
    expect((await show(await door.mailedSecret(approverEmail))).status).toBe(200)
    await door.hub.db
      .updateTable('mail_delivery')
      .set({ given_up_at: '2025-01-01T00:00:00.000Z' })
      .where('kind', '=', 'approvalAsked')
      .execute()
    await ask()
    await door.post.idle()
    expect(await letters()).toBe(count + 2)
  })

  it('is not given to a text whose attachment was removed meanwhile', async () => {
    const reportId = await written()
    const fileId = await storedFile(door.hub, our.municipalitySpaceId, our.officerId, 'Scan.png')
    const attach = { field: 'attachment' as const, fileId, value: true, base: null }
    await door.hub.run(saveDraft, our.officerId, { ...inTown(reportId), changes: [attach] })
    await door.hub.run(askApproval, our.officerId, inTown(reportId))
    const secret = await door.mailedSecret(approverEmail)
    expect((await show(secret)).status).toBe(200)
    await door.hub.run(removeFile, our.officerId, { spaceId: our.municipalitySpaceId, fileId })
    for (const answer of [await show(secret), await approve(secret)]) expect(answer.status).toBe(404)
    const { sha256 } = (await draftOf(reportId)).asked!
    await expect(
      door.hub.run(approveReport, our.approverId, { ...inTown(reportId), submissionId: randomUUID(), sha256 }),
    ).rejects.toMatchObject({ details: { reason: 'stateChanged' } })
  })

  it('is over where the coordinator returns it: the link says so no more that all is done', async () => {
    const { reportId, secret } = await asked()
    const submissionId = randomUUID()
    expect((await approve(secret, submissionId)).status).toBe(200)
    const comments = [{ field: 'done' as const, body: 'Which forms?' }]
    const returned = { spaceId: our.rolloutSpaceId, reportId, submissionId, comments }
    await door.hub.run(returnReport, our.coordinatorId, returned)
    expect((await show(secret)).status).toBe(404)
    expect((await approve(secret)).status).toBe(404)
    expect((await reportOf(reportId)).submissions).toHaveLength(1)
  })

  it('asks in the language of the approver', async () => {
    const person = door.hub.db.updateTable('person').where('id', '=', our.approverId)
    for (const [rendition, subject] of [
      ['sr-Cyrl', /^Молимо одобрење: /],
      ['ka', /^გთხოვთ, დაამტკიცოთ: /],
    ] as const) {
      await person.set({ rendition }).execute()
      const { secret } = await asked()
      const mails = await door.hub.db.selectFrom('mailbox').select(['subject', 'text']).orderBy('at').execute()
      expect(mails.find(({ text }) => text.includes(secret))?.subject).toMatch(subject)
      expect(await show(secret)).toMatchObject({ data: { rendition } })
    }
    await person.set({ rendition: 'en' }).execute()
  })

  it('ends with the window, and with the seat', async () => {
    const { secret } = await asked()
    const gone = await show('C'.repeat(43))
    const membership = door.hub.db
      .selectFrom('space_member')
      .selectAll()
      .where('person_id', '=', our.approverId)
      .where('space_id', '=', our.municipalitySpaceId)
    const rows = await membership.execute()
    await door.hub.db
      .deleteFrom('space_member')
      .where('person_id', '=', our.approverId)
      .where('space_id', '=', our.municipalitySpaceId)
      .execute()
    for (const answer of [await show(secret), await approve(secret)]) expect(answer.body).toBe(gone.body)
    await door.hub.db.insertInto('space_member').values(rows).execute()
    expect((await show(secret)).status).toBe(200)
    door.pass(15 * 86_400)
    for (const answer of [await show(secret), await approve(secret)]) expect(answer.body).toBe(gone.body)
    door.pass(-15 * 86_400)
  })

  it('is not asked where nobody sits in the seat, and no letter leaves for a text that is another by then', async () => {
    const reportId = await written()
    const seat = door.hub.db
      .selectFrom('seat_holder')
      .innerJoin('seat', 'seat.id', 'seat_holder.seat_id')
      .selectAll('seat_holder')
      .where('person_id', '=', our.approverId)
    const [held] = await seat.execute()
    await door.hub.db.deleteFrom('seat_holder').where('person_id', '=', our.approverId).execute()
    await expect(door.hub.run(askApproval, our.officerId, inTown(reportId))).rejects.toMatchObject({
      details: { reason: 'noApprover' },
    })
    await door.hub.db.insertInto('seat_holder').values(held!).execute()
    const letters = async () =>
      (await door.hub.db.selectFrom('mailbox').select('id').where('recipient', 'like', `%${approverEmail}%`).execute())
        .length
    const count = await letters()
    const { reportId: signedId, secret } = await asked()
    expect(await letters()).toBe(count + 1)
    expect((await approve(secret)).status).toBe(200)
    // The row stands in the ledger once more, as after a crash; by now it is signed.
    await door.hub.db
      .updateTable('mail_delivery')
      .set({ sent_at: null, next_try_at: '2000-01-01T00:00:00.000Z' })
      .where('subject_id', 'in', (select) =>
        select.selectFrom('approval_link').select('id').where('report_id', '=', signedId),
      )
      .execute()
    door.post.wake()
    await door.post.idle()
    expect(await letters()).toBe(count + 1)
  })
})
