import type { Hub } from '../hub.ts'
import { createAdmin } from './create-admin.ts'
import { doctor } from './doctor.ts'
import { exportProject } from './export-project.ts'
import { loadDemoNetwork } from './load-demo-network.ts'
import { printImport } from './import-municipalities-command.ts'
import { migrateDatabase } from './migrate-database.ts'
import { UsageError } from './usage-error.ts'

/** Options that commands share; each reads what it knows. */
export type Options = { readonly preview?: boolean; readonly name?: string; readonly email?: string; readonly output?: string }

/** A command of the CLI; gives the exit code. */
export type CliCommand = {
  readonly words: readonly string[]
  readonly usage: string
  readonly about: string
  run(hub: Hub, rest: readonly string[], options: Options): Promise<number>
}

/** Every command: a line for each. */
export const commands: readonly CliCommand[] = [
  { words: ['migrate'], usage: 'migrate', about: 'bring the database up to date', run: migrateDatabase },
  { words: ['demo'], usage: 'demo', about: 'load the demo network into an empty installation', run: loadDemoNetwork },
  {
    words: ['import', 'municipalities'],
    usage: 'import municipalities FILE.csv [--preview]',
    about: 'all rows or none; the same file twice changes nothing',
    run: printImport,
  },
  { words: ['create-admin'], usage: 'create-admin --name NAME --email ADDRESS', about: 'asks for a password, closes the setup link', run: createAdmin },
  { words: ['export', 'project'], usage: 'export project SLUG [--output FILE.json]', about: 'everything of a project in one file', run: exportProject },
  { words: ['doctor'], usage: 'doctor', about: 'check database, logs, hash chains and state', run: doctor },
]

export { UsageError }
