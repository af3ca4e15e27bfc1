import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Door, openDoor } from '../../testing/door.ts'
import { fullDraft, handIn, openFor, type Reporting, reportingRollout } from '../../testing/reporting.ts'
import { endParticipation } from '../../features/organizations/commands/add-participation.ts'
import { returnReport } from '../../features/reports/commands/review-report.ts'
import { submitReport } from '../../features/reports/commands/submit-report.ts'
import type { Rounds } from '../rounds.ts'
import { startReminders } from './reminders.ts'

const never = 60_000_000
const october = { periodStart: '2025-10-01', periodEnd: '2025-10-31', dueOn: '2025-11-10' }
const quarter = { periodStart: '2025-07-01', periodEnd: '2025-09-30', dueOn: '2025-11-10' }

describe('reminders of reports', () => {
  let door: Door
  let our: Reporting
  let now = ''
  const started: Rounds[] = []
  beforeAll(async () => {
    door = await openDoor()
  })
  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop()))
    expect(door.failures).toEqual([])
    await door.close()
  })
  beforeEach(async () => {
    now = '2025-01-01T12:00:00.000Z'
    our = await reportingRollout(door.hub)
  })

  const start = (): Rounds => {
    const { db } = door.hub
    const wakeMail = (): void => door.post.wake()
    const reminders = startReminders({
      db,
      wakeMail,
      onError: (error) => void door.failures.push(error),
      now: () => now,
      every: never,
    })
    started.push(reminders)
    return reminders
  }
  const addressOf = async (personId: string): Promise<string> => {
    const person = door.hub.db.selectFrom('person').select('email').where('id', '=', personId)
    return (await person.executeTakeFirstOrThrow()).email
  }
  /** The letters that a person has got. */
  const lettersOf = async (personId: string) => {
    const address = await addressOf(personId)
    const mails = await door.hub.db.selectFrom('mailbox').selectAll().orderBy('at').execute()
    return mails.filter(({ recipient }) => recipient.includes(address))
  }
  const lookOn = async (day: string, hour = '09'): Promise<void> => {
    now = `${day}T${hour}:00:00.000Z`
    await start().look()
    await door.post.idle()
  }
  const countsOn = async (days: readonly string[], personId = our.officerId): Promise<number[]> => {
    const counts: number[] = []
    for (const day of days) {
      const before = (await lettersOf(personId)).length
      await lookOn(day)
      counts.push((await lettersOf(personId)).length - before)
    }
    return counts
  }

  it('come a week and a day before, and a day and a week after, to who writes; at the last also to who approves', async () => {
    await openFor(door.hub, our, october)
    const days = ['2025-11-02', '2025-11-03', '2025-11-05', '2025-11-09', '2025-11-10', '2025-11-11', '2025-11-17']
    expect(await countsOn(days)).toEqual([0, 1, 0, 1, 0, 1, 1])
    expect(await lettersOf(our.approverId)).toHaveLength(1)
    for (const stranger of [our.coordinatorId, our.partnerId, our.observerId])
      expect(await lettersOf(stranger)).toEqual([])
  })

  it('say what is asked for and when, and lead to it', async () => {
    const reportId = await openFor(door.hub, our, october)
    await lookOn('2025-11-03')
    const [letter] = await lettersOf(our.officerId)
    expect(letter?.subject).toMatch(/^Report due: /)
    expect(letter?.text).toContain('October 2025')
    expect(letter?.text).toContain('Last day in time: 10 November 2025')
    expect(letter?.text).toContain(`http://kolo.test/spaces/${our.municipalitySpaceId}/reports/${reportId}`)
    await lookOn('2025-11-11')
    expect((await lettersOf(our.officerId)).at(-1)?.text).toContain('The last day in time was 10 November 2025')
  })

  it('are one letter for all that waits, at however many nodes and however often they look', async () => {
    await openFor(door.hub, our, october)
    await openFor(door.hub, our, quarter)
    now = '2025-11-03T09:00:00.000Z'
    const nodes = [start(), start(), start()]
    await Promise.all(nodes.flatMap((node) => [node.look(), node.look()]))
    await Promise.all(nodes.map((node) => node.look()))
    await door.post.idle()
    const letters = await lettersOf(our.officerId)
    expect(letters.map(({ subject }) => subject)).toEqual(['Reports due: 2'])
    expect(letters[0]?.text).toMatch(/1 July ?– ?30 September 2025|Jul.*Sep.*2025/)
    expect(letters[0]?.text).toContain('http://kolo.test/reports')
  })

  it('wait for the morning, and are sent later where the server was down then', async () => {
    await openFor(door.hub, our, october)
    await lookOn('2025-11-03', '04')
    expect(await lettersOf(our.officerId)).toHaveLength(0)
    await lookOn('2025-11-04', '03')
    expect(await lettersOf(our.officerId)).toHaveLength(1)
    await lookOn('2025-11-04')
    expect(await lettersOf(our.officerId)).toHaveLength(1)
  })

  it('stop where the report is handed in, also between the row and the letter, and go on where it is returned', async () => {
    const reportId = await openFor(door.hub, our, october)
    const submissionId = await handIn(door.hub, our, reportId, fullDraft(our.closed))
    expect(await countsOn(['2025-11-03', '2025-11-09'])).toEqual([0, 0])
    const comments = [{ field: 'done' as const, body: 'Which forms?' }]
    const spaceId = our.rolloutSpaceId
    await door.hub.run(returnReport, our.coordinatorId, { spaceId, reportId, submissionId, comments })
    expect(await countsOn(['2025-11-11'])).toEqual([1])
    // The row stands in the ledger, and the letter isn't written yet.
    const key = `reportReminder ${our.officerId} 2025-11-17`
    const at = '2025-11-17T05:00:00.000Z'
    const row = { key, kind: 'reportReminder' as const, subject_id: our.officerId, requested_at: at, next_try_at: at }
    const again = { spaceId: our.municipalitySpaceId, reportId, submissionId: randomUUID() }
    await door.hub.run(submitReport, our.officerId, again)
    await door.hub.db.insertInto('mail_delivery').values(row).execute()
    door.post.wake()
    await door.post.idle()
    expect(await lettersOf(our.officerId)).toHaveLength(1)
  })

  it('are in the language of whoever gets them', async () => {
    await openFor(door.hub, our, october)
    for (const [rendition, day, subject] of [
      ['sr-Cyrl', '2025-11-03', /^Извештај за подношење: /],
      ['sr-Latn-ME', '2025-11-09', /^Izvještaj za podnošenje: /],
      ['ka', '2025-11-11', /^წარსადგენი ანგარიში: /],
      ['sr-Latn', '2025-11-17', /^Izveštaj za podnošenje: /],
    ] as const) {
      await door.hub.db.updateTable('person').set({ rendition }).where('id', '=', our.officerId).execute()
      await lookOn(day)
      expect((await lettersOf(our.officerId)).at(-1)?.subject).toMatch(subject)
    }
  })

  it('go to nobody of a municipality that has left, nor to a closed account', async () => {
    await openFor(door.hub, our, october)
    await door.hub.db
      .updateTable('person')
      .set({ disabled_at: '2025-01-01T00:00:00.000Z' })
      .where('id', '=', our.officerId)
      .execute()
    expect(await countsOn(['2025-11-03'])).toEqual([0])
    await door.hub.db.updateTable('person').set({ disabled_at: null }).where('id', '=', our.officerId).execute()
    const { participation_id: participationId } = await door.hub.db
      .selectFrom('participation')
      .innerJoin('rollout', 'rollout.organization_id', 'participation.organization_id')
      .select('participation.id as participation_id')
      .where('rollout.id', '=', our.rollout.rolloutId)
      .executeTakeFirstOrThrow()
    const spaceId = our.project.coordinationSpaceId
    await door.hub.run(endParticipation, our.coordinatorId, { spaceId, participationId })
    expect(await countsOn(['2025-11-09'])).toEqual([0])
  })
})
