import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedHub, servedHub } from '../testing/served.ts'
import { exportProject } from './export-project.ts'

type Row = Readonly<Record<string, unknown>>

/** What is no part of a project, or secret: the network's own, people's own, credentials, mail. */
const elsewhere = [
  'installation',
  'municipality',
  'system',
  'indicator',
  'seat',
  'seat_holder',
  'thread_read',
  'command_result',
  'report_draft',
  'document_log',
  'invitation',
  'mail_delivery',
  'mailbox',
]

describe('export of a project', () => {
  let served: ServedHub
  let folder: string
  let exported: Readonly<Record<string, Row[]>>

  beforeAll(async () => {
    served = await servedHub({ demo: true })
    folder = await mkdtemp(join(tmpdir(), 'kolo-export-'))
    const output = join(folder, 'project.json')
    const { slug } = await served.hub.db.selectFrom('project').select('slug').executeTakeFirstOrThrow()
    expect(await exportProject(served.hub, [slug], { output })).toBe(0)
    exported = JSON.parse(await readFile(output, 'utf8')) as typeof exported
  })
  afterAll(async () => {
    await served.close()
    await rm(folder, { recursive: true })
  })

  it('is one JSON object with every table that holds something of a project', async () => {
    const { rows } = await served.hub.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'auth\\_%' and table_name not like 'kysely%' order by 1`,
    )
    const tables = rows
      .map(({ name }) => name)
      .filter((name) => !elsewhere.includes(name) && !name.includes('migration'))
    expect(tables.filter((name) => !(name in exported))).toEqual([])
  })

  it('holds all rows of the demo: spaces, discussion, tasks, submissions, and the whole log', async () => {
    const count = async (sql: string): Promise<number> =>
      (await served.hub.pool.query<{ count: number }>(sql)).rows[0]!.count
    const spaces = `(select id from space where project_id is not null)`
    expect(exported['event']).toHaveLength(await count(`select count(*) from event where space_id in ${spaces}`))
    expect(exported['message']).toHaveLength(await count('select count(*) from message'))
    expect(exported['task']).toHaveLength(await count('select count(*) from task'))
    expect(exported['submission']).toHaveLength(await count('select count(*) from submission'))
    const events = exported['event'] as { space_id: string; seq: number }[]
    for (const ofSpace of Map.groupBy(events, ({ space_id }) => space_id).values()) {
      expect(ofSpace.map(({ seq }) => seq)).toEqual(ofSpace.map((_, index) => index + 1))
    }
  })

  it('holds no draft of a municipality and no secret', () => {
    const text = JSON.stringify(exported)
    expect(text).not.toMatch(/secret_hash|report\.draftSaved|draft\.saved/)
    const kinds = exported['space']!.map(({ kind }) => kind)
    expect(kinds).not.toContain('municipality')
    expect(kinds).not.toContain('personal')
  })

  it('says where there is no such project', async () => {
    expect(await exportProject(served.hub, ['absent'], {})).toBe(1)
  })
})
