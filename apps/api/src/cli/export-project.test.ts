import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedHub, servedHub } from '../testing/served.ts'
import { exportProject } from './export-project.ts'

type Row = Readonly<Record<string, unknown>>

/** What is no part of a project, or secret: the network's own, people's own, credentials, mail. */
const elsewhere = [
  'installation',
  'thread_read',
  'command_result',
  'report_draft',
  'invitation',
  'approval_link',
  'mail_delivery',
  'mailbox',
]

/** Where people are named without a foreign key. */
const traces = {
  event: ['actor_id'],
  message: ['author_id'],
  thread: ['started_by'],
  task: ['created_by', 'assignee_ids'],
  document: ['created_by', 'revised_by'],
  document_update: ['person_id'],
  document_version: ['published_by'],
  report: ['accepted_by'],
  submission: ['submitted_by', 'returned_by'],
  upload: ['person_id'],
  file: ['added_by'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const attached = '0190a6f0-0000-7000-8000-0000000000ab'

describe('export of a project', () => {
  let served: ServedHub
  let folder: string
  let exported: Readonly<Record<string, Row[]>>
  let project: Row
  const isExported = (table: string): boolean => Array.isArray(exported[table]) || table === 'project'

  /** A file that was handed in lies in the municipality's space. */
  const attachToSubmission = async (): Promise<void> => {
    const { db } = served.hub
    const submission = await db
      .selectFrom('submission')
      .innerJoin('report', 'report.id', 'submission.report_id')
      .select(['submission.id', 'report.municipality_space_id', 'submission.submitted_by'])
      .executeTakeFirstOrThrow()
    const at = new Date().toISOString()
    const own = { id: attached, space_id: submission.municipality_space_id }
    const bytes = { type: 'text/plain', size: 4, sha256: 'a'.repeat(64) }
    await db
      .insertInto('upload')
      .values({ ...own, ...bytes, person_id: submission.submitted_by, at })
      .execute()
    const named = { name: 'minutes.txt', added_by: submission.submitted_by, added_at: at, removed_at: null }
    await db
      .insertInto('file')
      .values({ ...own, ...named })
      .execute()
    await db.insertInto('submission_file').values({ submission_id: submission.id, file_id: attached }).execute()
  }

  beforeAll(async () => {
    served = await servedHub({ demo: true })
    await attachToSubmission()
    folder = await mkdtemp(join(tmpdir(), 'kolo-export-'))
    const output = join(folder, 'project.json')
    const { slug } = await served.hub.db.selectFrom('project').select('slug').executeTakeFirstOrThrow()
    expect(await exportProject(served.hub, [slug], { output })).toBe(0)
    exported = JSON.parse(await readFile(output, 'utf8')) as typeof exported
    project = exported['project'] as unknown as Row
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

  it('refers to nothing that it doesn’t hold, but for the spaces of others', async () => {
    const { rows: keys } = await served.hub.pool.query<{ table: string; column: string; target: string }>(
      `select conrelid::regclass::text as table, attname as column, confrelid::regclass::text as target
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    const idsOf = (table: string) => new Set(table === 'project' ? [project.id] : exported[table]!.map(({ id }) => id))
    const held = new Map([...new Set(keys.map(({ target }) => target))].filter(isExported).map((t) => [t, idsOf(t)]))
    const dangling = keys
      .filter(({ table }) => isExported(table))
      .flatMap(({ table, column, target }) =>
        (table === 'project' ? [project] : exported[table]!)
          .filter((row) => row[column] !== null && !held.get(target)?.has(row[column]))
          .map(() => `${table}.${column}`),
      )
    // A municipality's and a person's own space are theirs: named, not held; what was handed in lies there.
    const others = [
      'organization.space_id',
      'person.personal_space_id',
      'report.municipality_space_id',
      'file.space_id',
      'upload.space_id',
    ]
    expect(dangling.filter((key) => !others.includes(key))).toEqual([])
    expect(new Set(dangling)).toEqual(new Set(others))
  })

  it('holds what was handed in with a report, and says where its bytes lie', () => {
    expect(exported['file']!.map(({ id }) => id)).toContain(attached)
    expect(exported['blob']).toContainEqual(
      expect.objectContaining({ id: attached, path: `files/${attached.slice(-2)}/${attached}`, size: 4 }),
    )
  })

  it('names everybody who left a trace, and no one else', async () => {
    const people = new Set(exported['person']!.map(({ id }) => id))
    for (const [table, columns] of Object.entries(traces)) {
      for (const row of exported[table]!) {
        const named = columns.flatMap((column) => row[column] ?? [])
        expect(
          named.filter((id) => id !== SYSTEM_ACTOR_ID && !people.has(id)),
          table,
        ).toEqual([])
      }
    }
    const { rows } = await served.hub.pool.query<{ id: string }>('select id from person where administrator')
    expect(rows.filter(({ id }) => people.has(id))).toEqual([])
  })

  it('leaves nothing half written, and says at once where it can’t write', async () => {
    const output = join(folder, 'absent', 'project.json')
    await expect(exportProject(served.hub, [String(project['slug'])], { output })).rejects.toThrow(/can't be written/)
    expect((await readdir(folder)).filter((name) => name !== 'project.json')).toEqual([])
  })

  it('says where there is no such project', async () => {
    expect(await exportProject(served.hub, ['absent'], {})).toBe(1)
  })
})
