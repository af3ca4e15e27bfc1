import { pendingMigrations, migrations } from '@kolo/database'
import type { Hub } from '../hub.ts'
import { checkChain, checkState } from '../kernel/verify.ts'
import { partLoaders } from '../features/parts.ts'

/** Checks what must always hold, prints what it found, and gives 1 where something doesn't. */
export async function doctor(hub: Hub): Promise<number> {
  const problems: string[] = []
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const { rows } = await hub.pool.query<{ version: string }>('select version()')
  say(`Database: ${rows[0]?.version.split(' on ')[0]}`)
  const pending = await pendingMigrations(hub.pool, migrations)
  if (pending.length > 0) problems.push(`Migrations haven't run: ${pending.join(', ')}.`)
  say(`Migrations: ${pending.length === 0 ? 'all have run' : `${pending.length} pending`}`)
  const spaces = await hub.db.selectFrom('space').select(['id', 'kind', 'title']).orderBy('id').execute()
  let events = 0
  for (const space of spaces) {
    const chain = await checkChain(hub.kernel.reads, space.id)
    events += chain.events
    const found = [...chain.problems, ...(await checkState(hub.pool, partLoaders, space.id))]
    problems.push(...found.map((problem) => `${space.kind} ${space.id} (${space.title}): ${problem}`))
  }
  say(`Logs: ${spaces.length} spaces, ${events} events, each gapless, chained, and rebuilding its state`)
  for (const problem of problems) say(`PROBLEM ${problem}`)
  say(problems.length === 0 ? 'Everything is in order.' : `${problems.length} problems.`)
  return problems.length === 0 ? 0 : 1
}
