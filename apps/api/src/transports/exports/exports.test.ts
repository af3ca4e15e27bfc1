import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import Fastify, { type FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { setTarget } from '../../features/targets/commands/set-target.ts'
import { testRollout } from '../../testing/project.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { serveExports } from './exports.ts'

const canary = 'canary-of-the-other-town'
const sourceOfBaseline = 'Yearbook of the region'
const noteOfTown = 'Two offices were joined'
const september = { periodStart: '2025-09-01', periodEnd: '2025-09-30', dueOn: '2099-12-31' }

describe('tables of a project', () => {
  let hub: TestHub
  let app: FastifyInstance
  let our: Reporting
  /** Another rollout of the project, with people of its own. */
  let other: Reporting
  beforeAll(async () => {
    hub = await testHub()
    app = Fastify()
    serveExports(app, {
      db: hub.db,
      publicUrl: 'https://kolo.example',
      authenticate: async ({ headers }) =>
        typeof headers['x-person'] === 'string' ? { personId: headers['x-person'] } : undefined,
      now: () => '2025-12-05T10:00:00.000Z',
    })
    our = await reportingRollout(hub)
    const rollout = await testRollout(hub, our.project, [])
    const { rolloutSpaceId, officerId, approverId } = rollout
    other = {
      ...our,
      rollout,
      rolloutSpaceId,
      officerId,
      approverId,
      municipalitySpaceId: rollout.municipalitySpaceId!,
    }
    await accepted(hub, our, october, [
      ...fullDraft(our.closed, '=cmd|calc'),
      { field: 'note', indicatorId: our.closed, value: noteOfTown, base: null },
    ])
    await hub.run(setTarget, our.partnerId, {
      spaceId: our.rolloutSpaceId,
      rolloutId: our.rollout.rolloutId,
      indicatorId: our.closed,
      plan: {
        baseline: { figure: 61.5, on: '2025-01-31', source: sourceOfBaseline },
        targets: [
          { on: '2025-09-30', figure: 70 },
          { on: '2026-03-31', figure: 90 },
        ],
      },
    })
    await openFor(hub, our, november)
    const quiet = await openFor(hub, our, september)
    await handIn(hub, our, quiet, [{ field: 'nothingToReport', value: true, base: null }])
    const reportId = await openFor(hub, other, october)
    await handIn(
      hub,
      other,
      reportId,
      fullDraft('', canary).filter(({ field }) => field !== 'indicator'),
    )
  })
  afterAll(async () => {
    await app.close()
    await hub.close()
  })

  const take = (personId: string | undefined, file: string, projectId: string = our.project.projectId) =>
    app.inject({ url: `/exports/projects/${projectId}/${file}`, headers: personId ? { 'x-person': personId } : {} })
  const rowsOf = async (personId: string, file: string): Promise<Record<string, string>[]> => {
    const answer = await take(personId, file)
    expect(answer.statusCode).toBe(200)
    return parse<Record<string, string>>(answer.body, { bom: true, columns: true })
  }
  const workbook = async (personId: string): Promise<Record<string, string>> => {
    const { rawPayload } = await take(personId, 'reports.xlsx')
    return Object.fromEntries(
      Object.entries(unzipSync(new Uint8Array(rawPayload))).map(([path, bytes]) => [path, strFromU8(bytes)]),
    )
  }

  it('have a row for each report, with what is missing empty', async () => {
    const rows = await rowsOf(our.coordinatorId, 'reports.csv')
    expect(rows.map((row) => [row['Period from'], row['State'], row['In time'], row['Progress']]).toSorted()).toEqual([
      ['2025-09-01', 'Submitted', 'Yes', ''],
      ['2025-10-01', 'Accepted', 'No', '40'],
      ['2025-10-01', 'Submitted', 'No', '40'],
      ['2025-11-01', 'Due', '', ''],
    ])
    expect(rows.find(({ State }) => State === 'Accepted')?.['Done']).toBe("'=cmd|calc")
    expect(rows[0]?.['Address']).toMatch(/^https:\/\/kolo\.example\/spaces\/[\w-]+\/reports\/[\w-]+$/)
  })

  it('tell reported from missing, and both from nothing to report', async () => {
    const rows = await rowsOf(our.coordinatorId, 'values.csv')
    const said = rows.map((row) => [row['Key'], row['Status'], row['Value'], row['Numerator'], row['Denominator']])
    expect(said.toSorted()).toEqual([
      ['reports-closed', 'Nothing to report', '', '', ''],
      ['reports-closed', 'Reported', String((100 * 169) / 202), '169', '202'],
      ['within-deadline', 'Missing', '', '', ''],
      ['within-deadline', 'Nothing to report', '', '', ''],
    ])
  })

  it('have baseline and target beside each value, the one in force for its period', async () => {
    const rows = (await rowsOf(our.coordinatorId, 'values.csv')).filter(({ Key }) => Key === 'reports-closed')
    const planned = rows.map((row) => [row['Period from'], row['Baseline'], row['Target'], row['Target by']])
    expect(planned.toSorted()).toEqual([
      ['2025-09-01', '61.5', '70', '2025-09-30'],
      ['2025-10-01', '61.5', '90', '2026-03-31'],
    ])
    expect(rows[0]?.['Source of the baseline']).toBe(sourceOfBaseline)
    const seen = await rowsOf(our.observerId, 'values.csv')
    expect(seen.find(({ Key }) => Key === 'reports-closed')).toMatchObject({ Baseline: '61.5', Target: '90' })
    expect(JSON.stringify(seen)).not.toContain(sourceOfBaseline)
  })

  it('have the figures that the database has', async () => {
    const { rows } = await hub.pool.query<{ numerator: string; denominator: string }>(
      `select v.value->>'numerator' as numerator, v.value->>'denominator' as denominator
       from report r join rollout o on o.id = r.rollout_id
       join submission s on s.id = r.accepted_submission_id, jsonb_each(s.content->'values') v where o.project_id = $1`,
      [our.project.projectId],
    )
    const exported = (await rowsOf(our.coordinatorId, 'values.csv')).filter(({ Status }) => Status === 'Reported')
    expect(exported.map(({ Numerator, Denominator }) => [Numerator, Denominator])).toEqual(
      rows.map(({ numerator, denominator }) => [numerator, denominator]),
    )
    expect(rows).toHaveLength(1)
  })

  it('are a workbook with all sheets', async () => {
    const parts = await workbook(our.coordinatorId)
    expect(parts['xl/workbook.xml']).toMatch(/name="Reports".*name="Values".*name="Breakdown"/)
    expect(parts['xl/worksheets/sheet1.xml']).toContain('=cmd|calc')
    expect(parts['xl/worksheets/sheet2.xml']).toContain('<v>169</v>')
  })

  it('show each municipality its own, and partners what they accompany', async () => {
    for (const personId of [our.officerId, our.approverId, our.partnerId]) {
      expect(await rowsOf(personId, 'reports.csv')).toHaveLength(3)
      for (const file of ['reports.csv', 'values.csv', 'reports.xlsx'])
        expect((await take(personId, file)).body).not.toContain(canary)
      expect(Object.values(await workbook(personId)).join()).not.toContain(canary)
    }
    expect(JSON.stringify(await rowsOf(other.officerId, 'reports.csv'))).toContain(canary)
  })

  it('show observers what was accepted, and no words', async () => {
    const rows = await rowsOf(our.observerId, 'reports.csv')
    expect(
      rows.map((row) => [
        row['State'],
        row['Progress'],
        row['Done'],
        row['Blocked by'],
        row['Address'],
        row['In time'],
      ]),
    ).toEqual([['Accepted', '40', '', '', '', '']])
    const values = await rowsOf(our.observerId, 'values.csv')
    expect(values.map(({ Status }) => Status).toSorted()).toEqual(['Missing', 'Reported'])
    expect(JSON.stringify(values)).not.toContain(noteOfTown)
    expect(JSON.stringify(await rowsOf(our.partnerId, 'values.csv'))).toContain(noteOfTown)
  })

  it('are absent for strangers, for other projects and under other names, in one and the same way', async () => {
    const stranger = await hub.person('Stranger')
    const answers = await Promise.all([
      take(stranger, 'reports.csv'),
      take(our.coordinatorId, 'reports.csv', randomUUID()),
      take(our.coordinatorId, 'reports.csv', 'no-id'),
      take(our.coordinatorId, 'drafts.csv'),
      take(our.coordinatorId, '..%2Freports.csv'),
    ])
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(404)
      expect(body).toBe(answers[0]?.body)
    }
    expect((await take(undefined, 'reports.csv')).statusCode).toBe(401)
  })

  it('are in the language of whoever takes them', async () => {
    await hub.db.updateTable('person').set({ rendition: 'sr-Cyrl' }).where('id', '=', our.coordinatorId).execute()
    const [row] = await rowsOf(our.coordinatorId, 'reports.csv')
    expect(Object.keys(row ?? {})).toContain('Период од')
    await hub.db.updateTable('person').set({ rendition: 'en' }).where('id', '=', our.coordinatorId).execute()
  })

  it('are files to keep, which no cache keeps', async () => {
    const { headers } = await take(our.coordinatorId, 'reports.xlsx')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+-2025-12-05-reports\.xlsx"$/)
    expect(headers['cache-control']).toBe('private, no-store')
  })
})
