import { createPool, locateEmbedded } from '@kolo/database'

/** How to reach the hub's database on a data folder. */
export async function connectionOf(dataDir: string): Promise<{ host: string; port: number; user: string }> {
  const connection = await locateEmbedded(dataDir)
  if (!connection) throw new Error('The hub’s database can’t be found.')
  return connection
}

/** Runs statements on the hub's own database, past the hub. */
export async function onDatabase<Output>(
  dataDir: string,
  work: (run: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>) => Promise<Output>,
): Promise<Output> {
  const pool = createPool(await connectionOf(dataDir), { onError: () => undefined })
  try {
    return await work(async (text, values = []) => (await pool.query(text, [...values])).rows)
  } finally {
    await pool.end()
  }
}
