import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import type { Hub } from '../hub.ts'
import { eventsAfter } from '../kernel/log.ts'
import type { Options } from './commands.ts'
import { UsageError } from './usage-error.ts'

const page = 500
/** Tables with a column `project_id`, or below a space of the project by `space_id`. */
const ofProject = ['project_coordinator', 'participation', 'stage', 'rollout'] as const
const ofSpace = ['thread', 'board_column', 'task', 'file', 'document'] as const

/** Writes everything of a project as one JSON object, row by row, so that its size doesn't matter. */
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
  await write(`{"format":"kolo-project","version":1,"exportedAt":${JSON.stringify(new Date().toISOString())},"project":${JSON.stringify(project)}`)
  for (const table of ofProject) await writeRows(hub, write, table, `project_id = $1`, project.id)
  await writeRows(hub, write, 'space', 'project_id = $1', project.id)
  const inProject = 'space_id in (select id from space where project_id = $1)'
  for (const table of ofSpace) await writeRows(hub, write, table, inProject, project.id)
  await writeRows(hub, write, 'message', `thread_id in (select id from thread where ${inProject})`, project.id)
  await writeEvents(hub, write, project.id)
  await write('}\n')
  await closed(out)
  return 0
}

type Write = (text: string) => Promise<void>

async function writeRows(hub: Hub, write: Write, table: string, where: string, projectId: string): Promise<void> {
  await write(`,${JSON.stringify(table)}:[`)
  const { rows } = await hub.pool.query(`select * from "${table}" where ${where}`, [projectId])
  for (const [index, row] of rows.entries()) await write((index === 0 ? '' : ',') + JSON.stringify(row))
  await write(']')
}

async function writeEvents(hub: Hub, write: Write, projectId: string): Promise<void> {
  const spaces = await hub.db.selectFrom('space').select('id').where('project_id', '=', projectId).orderBy('id').execute()
  await write(',"event":[')
  let first = true
  for (const { id } of spaces) {
    for (let seq = 0; ; ) {
      const events = await eventsAfter(hub.kernel.reads, id, seq, page)
      for (const event of events) {
        await write((first ? '' : ',') + JSON.stringify(event))
        first = false
      }
      const last = events.at(-1)
      if (!last || events.length < page) break
      seq = last.seq
    }
  }
  await write(']')
}

async function closed(out: Writable): Promise<void> {
  if (out === process.stdout) return
  out.end()
  await finished(out)
}
