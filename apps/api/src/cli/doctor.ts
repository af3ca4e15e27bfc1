import { join } from 'node:path'
import { migrations, pendingMigrations } from '@kolo/database'
import * as Y from 'yjs'
import { BrokenDocument, loadText } from '../features/documents/document-text.ts'
import { partLoaders } from '../features/parts.ts'
import type { Hub } from '../hub.ts'
import { readTogether } from '../kernel/connection.ts'
import type { Reads } from '../kernel/transaction.ts'
import { checkChain, checkState } from '../kernel/verify.ts'
import { checkFiles, type Finding } from './check-files.ts'
import type { Options } from './cli-command.ts'

/**
 * Checks what must always hold, prints what it found, and gives 1 where something doesn't. It changes nothing; what it sees
 * is one moment, so that a server that runs beside it is no alarm.
 */
export async function doctor(
  hub: Hub,
  _rest: readonly string[] = [],
  { files = false }: Options = {},
): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const { rows } = await hub.pool.query<{ version: string }>('select version()')
  say(`Database: ${rows[0]?.version.split(' on ')[0]}`)
  const pending = await pendingMigrations(hub.pool, migrations)
  if (pending.length > 0) {
    say(`Migrations: these haven't run: ${pending.join(', ')}.`)
    say('Nothing else can be checked before “npm run kolo -- migrate”, or a start of the server.')
    return 1
  }
  say('Migrations: all have run')
  const problems: string[] = []
  const take = ({ looked, problems: found }: Finding): void => {
    say(looked)
    problems.push(...found)
  }
  await readTogether(hub.pool, async (reads) => {
    take(await checkLogs(reads))
    take(await checkDocuments(reads))
    take(await checkFiles(reads, join(hub.env.dataDir, 'files'), { everyByte: files }))
  })
  for (const problem of problems) say(`PROBLEM ${problem}`)
  say(problems.length === 0 ? 'Everything is in order.' : `${problems.length} problems.`)
  return problems.length === 0 ? 0 : 1
}

async function checkLogs(reads: Reads): Promise<Finding> {
  const problems: string[] = []
  const spaces = await reads.selectFrom('space').select(['id', 'kind', 'title']).orderBy('id').execute()
  let events = 0
  for (const space of spaces) {
    const chain = await checkChain(reads, space.id)
    events += chain.events
    const found = [...chain.problems, ...(await checkState(reads, partLoaders, space.id))]
    problems.push(...found.map((problem) => `${space.kind} ${space.id} (${space.title}): ${problem}`))
  }
  return {
    looked: `Logs: ${spaces.length} spaces, ${events} events: gaps, chains, and the state they rebuild`,
    problems,
  }
}

async function checkDocuments(reads: Reads): Promise<Finding> {
  const problems: string[] = []
  const documents = await reads.selectFrom('document_log').select(['document_id', 'last_number']).execute()
  for (const { document_id: id, last_number: last } of documents) {
    const ydoc = new Y.Doc()
    try {
      const number = await loadText(reads, id, ydoc)
      if (number !== last) problems.push(`document ${id}: its updates end at ${number}, ${last} were acknowledged`)
    } catch (error) {
      if (!(error instanceof BrokenDocument)) throw error
      problems.push(`document ${id}: ${error.message}`)
    } finally {
      ydoc.destroy()
    }
  }
  return { looked: `Documents: ${documents.length}: snapshots and updates without a gap`, problems }
}
