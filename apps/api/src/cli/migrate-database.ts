import { migrate, migrations } from '@kolo/database'
import type { Hub } from '../hub.ts'

/** Brings the database up to date; a server does the same when it starts. */
export async function migrateDatabase(hub: Hub): Promise<number> {
  await migrate(hub.pool, migrations, (message) => void process.stdout.write(`${message}\n`))
  process.stdout.write('The database is up to date.\n')
  return 0
}
