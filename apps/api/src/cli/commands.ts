import type { CliCommand } from './cli-command.ts'
import { createAdmin } from './create-admin.ts'
import { doctor } from './doctor.ts'
import { exportProject } from './export-project.ts'
import { loadDemoNetwork } from './load-demo-network.ts'
import { printImport } from './import-municipalities-command.ts'
import { migrateDatabase } from './migrate-database.ts'

/** Every command: a line for each. */
export const commands: readonly CliCommand[] = [
  { words: ['migrate'], usage: 'migrate', about: 'bring the database up to date', run: migrateDatabase },
  { words: ['demo'], usage: 'demo', about: 'load the demo network into an empty installation', run: loadDemoNetwork },
  {
    words: ['import', 'municipalities'],
    usage: 'import municipalities FILE [--preview]',
    about: 'all rows or none; the same file twice changes nothing',
    run: printImport,
  },
  {
    words: ['create-admin'],
    usage: 'create-admin --name NAME --email ADDRESS',
    about: 'asks for a password, closes the setup link',
    run: createAdmin,
  },
  {
    words: ['export', 'project'],
    usage: 'export project SLUG [--output FILE.json]',
    about: 'everything of a project in one file',
    run: exportProject,
  },
  {
    words: ['doctor'],
    usage: 'doctor [--files]',
    about: 'check database, logs, hash chains, state, documents and files (with --files every byte)',
    onlyLooks: true,
    run: doctor,
  },
]
