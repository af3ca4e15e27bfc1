import type { Pool } from 'pg'

/** The day around which the demo runs: the day of its first start, for ever. */
export async function setInstallationAnchor(pool: Pool, today: string): Promise<string> {
  const { rows } = await pool.query<{ anchor: string }>(
    'update installation set demo_anchor = coalesce(demo_anchor, $1) returning demo_anchor as anchor',
    [today],
  )
  return rows[0]!.anchor
}

/** Whether the demo was loaded to its end; closing the setup is its last step. */
export async function isDemoLoaded(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ loaded: boolean }>(
    'select demo and setup_closed_at is not null as loaded from installation',
  )
  return rows[0]?.loaded === true
}

/** The demo has its administrator: nobody needs the setup link. */
export async function markDemoLoaded(pool: Pool): Promise<void> {
  await pool.query('update installation set setup_closed_at = now()')
}
