import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import type { Hub } from '../hub.ts'
import type { Options } from './cli-command.ts'
import { exportedRows } from './exported-rows.ts'
import { UsageError } from './usage-error.ts'

const page = 500

/**
 * Writes everything of a project as one JSON object, row by row, so that its size doesn't matter, as of one moment; into
 * `output` all of it or nothing, else to standard output.
 */
export async function exportProject(hub: Hub, [slug]: readonly string[], { output }: Options): Promise<number> {
  if (!slug) throw new UsageError('Name the project: export project SLUG')
  const project = await hub.db.selectFrom('project').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!project) {
    process.stderr.write(`There is no project with the address ${slug}.\n`)
    return 1
  }
  const write = output === undefined ? toStandardOutput : toFile(output)
  return write((sink) => inOneMoment(hub, (client) => pipeline(Readable.from(projectAsJson(client, project)), ...sink)))
}

type Sink = [destination: NodeJS.WritableStream, options?: { end: boolean }]
type Writer = (fill: (sink: Sink) => Promise<void>) => Promise<number>

const toStandardOutput: Writer = async (fill) => {
  try {
    await fill([process.stdout, { end: false }])
    return 0
  } catch (error) {
    // Whoever was reading has had enough (`| head`).
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 1
    throw error
  }
}

/** Under another name until it is whole and on the disk. */
function toFile(output: string): Writer {
  const part = `${output}.part`
  return async (fill) => {
    const file: FileHandle = await open(part, 'w').catch((error: Error) => {
      throw new UsageError(`${output} can't be written: ${error.message}`)
    })
    try {
      await fill([file.createWriteStream({ flush: true })])
      await rename(part, output)
      return 0
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }
}

/** Reads in one snapshot of the database, for as long as whoever takes the rows needs. */
async function inOneMoment<Output>(hub: Hub, work: (client: PoolClient) => Promise<Output>): Promise<Output> {
  const client = await hub.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    // A connection that broke, or was left in the middle, is thrown away.
    client.release(
      await client.query('commit').then(
        () => undefined,
        () => true,
      ),
    )
  }
}

/** Bytes stand as hexadecimal digits behind `\x`, moments as ISO 8601. */
async function* projectAsJson(client: PoolClient, project: { readonly id: string }): AsyncGenerator<string> {
  const head = { format: 'kolo-project', version: 1, exportedAt: new Date().toISOString(), project }
  yield JSON.stringify(head).slice(0, -1)
  for (const [table, sql] of Object.entries(exportedRows)) {
    yield `,${JSON.stringify(table)}:[`
    yield* rowsAsJson(client, sql, project.id)
    yield ']'
  }
  yield '}\n'
}

async function* rowsAsJson(client: PoolClient, sql: string, projectId: string): AsyncGenerator<string> {
  await client.query(
    `declare exported no scroll cursor for select row_to_json(exported_row)::text as json from (${sql}) as exported_row`,
    [projectId],
  )
  for (let first = true; ; first = false) {
    const { rows } = await client.query<{ json: string }>(`fetch ${page} from exported`)
    if (rows.length > 0) yield (first ? '' : ',') + rows.map(({ json }) => json).join(',')
    if (rows.length < page) break
  }
  await client.query('close exported')
}
