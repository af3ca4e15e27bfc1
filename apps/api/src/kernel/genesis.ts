import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { spaceOpened } from '@kolo/domain/spaces/spaces.events'
import type { Pool } from 'pg'
import { append, type Head, numberEvents } from './append.ts'
import { withConnection } from './connection.ts'

/** What an installation is: made once, before the first command. */
export type Installation = { readonly epoch: string; readonly demo: boolean; readonly networkSpaceId: string }

/** Finds the installation, or makes it: its epoch, and the network's space, whose log begins like every other. */
export async function ensureInstallation(pool: Pool, fresh: { demo: boolean; now: string }): Promise<Installation> {
  const found =
    (await findInstallation(pool)) ?? (await makeInstallation(pool, fresh)) ?? (await findInstallation(pool))
  if (!found) throw new Error('There is no installation, and none could be made.')
  return found
}

/** The installation, where one was made. */
export async function findInstallation(pool: Pool): Promise<Installation | undefined> {
  const { rows } = await pool.query<{ epoch: string; demo: boolean; id: string }>(
    `select epoch, demo, space.id from installation join space on kind = 'network'`,
  )
  const [row] = rows
  return row && { epoch: row.epoch, demo: row.demo, networkSpaceId: row.id }
}

/** Makes the installation; undefined where another process was faster, for whose commit this one has waited. */
async function makeInstallation(
  pool: Pool,
  { demo, now }: { demo: boolean; now: string },
): Promise<Installation | undefined> {
  const epoch = randomUUID()
  const networkSpaceId = randomUUID()
  const heads = new Map<string, Head>()
  const opened = spaceOpened.of({ kind: 'network', projectId: null, title: 'Network' })
  const of = { defaultSpaceId: networkSpaceId, actorId: SYSTEM_ACTOR_ID, commandId: randomUUID(), at: now }
  return withConnection(pool, async (client) => {
    await client.query('begin')
    const { rowCount } = await client.query(
      'insert into installation (epoch, created_at, demo) values ($1, $2, $3) on conflict do nothing',
      [epoch, now, demo],
    )
    if (rowCount === 0) {
      await client.query('rollback')
      return undefined
    }
    await client.query(`insert into space (id, kind, title, created_at) values ($1, 'network', 'Network', $2)`, [
      networkSpaceId,
      now,
    ])
    const { text, values } = append(numberEvents(heads, [opened], of), [], { before: new Map(), heads })
    await client.query(text, [...values])
    await client.query('commit')
    return { epoch, demo, networkSpaceId }
  })
}
