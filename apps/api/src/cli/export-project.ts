import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import type { Hub } from '../hub.ts'
import type { Options } from './cli-command.ts'
import { UsageError } from './usage-error.ts'

const page = 500
const spaces = 'select id from space where project_id = $1'
const inProject = 'project_id = $1'
const inItsSpaces = `space_id in (${spaces})`
const below = (column: string, table: string): string => `${column} in (select id from ${table} where ${inItsSpaces})`

/**
 * Tables with what belongs to the project, and how its rows are found. Drafts of reports stand in the municipalities'
 * spaces, which aren't the project's; invitations, whose links are secret, are told by their events.
 */
const tables: Readonly<Record<string, string>> = {
  project_coordinator: inProject,
  participation: inProject,
  stage: inProject,
  rollout: inProject,
  rollout_partner: below('rollout_id', 'rollout'),
  rollout_indicator: below('rollout_id', 'rollout'),
  space: inProject,
  space_member: inItsSpaces,
  organization: 'id in (select organization_id from participation where project_id = $1)',
  person: `id in (select person_id from space_member where ${inItsSpaces})`,
  thread: inItsSpaces,
  message: below('thread_id', 'thread'),
  board_column: inItsSpaces,
  task: inItsSpaces,
  file: inItsSpaces,
  upload: inItsSpaces,
  document: inItsSpaces,
  document_version: below('document_id', 'document'),
  document_update: below('document_id', 'document'),
  document_snapshot: below('document_id', 'document'),
  report: inItsSpaces,
  submission: below('report_id', 'report'),
  review_comment: `submission_id in (select id from submission where ${below('report_id', 'report')})`,
  submission_file: `submission_id in (select id from submission where ${below('report_id', 'report')})`,
  event: `${inItsSpaces} order by space_id, seq`,
}

/** Writes everything of a project as one JSON object, row by row, so that its size doesn't matter, as of one moment. */
export async function exportProject(hub: Hub, [slug]: readonly string[], { output }: Options): Promise<number> {
  if (!slug) throw new UsageError('Name the project: export project SLUG')
  const project = await hub.db.selectFrom('project').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!project) {
    process.stderr.write(`There is no project with the address ${slug}.\n`)
    return 1
  }
  const out = output === undefined ? process.stdout : createWriteStream(output)
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain')
  }
  const client = await hub.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await write(
      `{"format":"kolo-project","version":1,"exportedAt":${JSON.stringify(new Date().toISOString())},"project":${JSON.stringify(project)}`,
    )
    for (const [table, where] of Object.entries(tables)) await writeRows(client, write, table, where, project.id)
    await write('}\n')
  } finally {
    // A connection that broke, or was left in the middle, is thrown away.
    client.release(
      await client.query('commit').then(
        () => undefined,
        () => true,
      ),
    )
  }
  await closed(out)
  return 0
}

type Write = (text: string) => Promise<void>

/** Bytes stand as hexadecimal digits behind `\\x`, moments as ISO 8601. */
async function writeRows(
  client: PoolClient,
  write: Write,
  table: string,
  where: string,
  projectId: string,
): Promise<void> {
  await write(`,${JSON.stringify(table)}:[`)
  await client.query(
    `declare exported no scroll cursor for select row_to_json("${table}")::text as json from "${table}" where ${where}`,
    [projectId],
  )
  for (let first = true; ; first = false) {
    const { rows } = await client.query<{ json: string }>(`fetch ${page} from exported`)
    if (rows.length > 0) await write((first ? '' : ',') + rows.map(({ json }) => json).join(','))
    if (rows.length < page) break
  }
  await client.query('close exported')
  await write(']')
}

async function closed(out: Writable): Promise<void> {
  if (out === process.stdout) return
  out.end()
  await finished(out)
}
