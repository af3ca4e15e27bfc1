import { createHash } from 'node:crypto'
import { pipelined } from '../connection/pipelined.ts'
import type { Migrations } from '../migrate/migrate.ts'

/** A short name for what the migrations do: they run against nothing, and every statement that they send counts. */
export async function fingerprint(migrations: Migrations): Promise<string> {
  const hash = createHash('sha256')
  const db = pipelined<unknown>({
    async query({ text, values }) {
      hash.update(text).update(JSON.stringify(values))
      return { rows: [], rowCount: 0, command: 'SELECT' }
    },
  })
  for (const [name, { up }] of Object.entries(migrations)) {
    hash.update(name).update(up.toString())
    // One that needs what it read goes no further here; its own text counts then.
    await up(db).catch(() => undefined)
  }
  return hash.digest('hex').slice(0, 16)
}
