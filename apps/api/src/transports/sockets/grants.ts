import type { Beacon } from '@kolo/sync'
import { sql } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

/** Somebody hears of a space. */
export type Grant = { readonly personId: string; readonly spaceId: string }

/** Those of `spaceIds` that the person is a member of. */
export async function spacesOf(db: Reads, personId: string, spaceIds: readonly string[]): Promise<string[]> {
  if (spaceIds.length === 0) return []
  const rows = await db
    .selectFrom('space_member')
    .select('space_id')
    .distinct()
    .where('person_id', '=', personId)
    .where('space_id', 'in', spaceIds)
    .execute()
  return rows.map((row) => row.space_id)
}

/** Those of the grants that no membership stands behind any more, asked in one query. */
export async function ungranted(db: Reads, grants: readonly Grant[]): Promise<Grant[]> {
  const each = [...new Map(grants.map((grant) => [`${grant.personId} ${grant.spaceId}`, grant])).values()]
  if (each.length === 0) return []
  const people = each.map(({ personId }) => personId)
  const spaces = each.map(({ spaceId }) => spaceId)
  return db
    .selectFrom(
      sql<{ person_id: string; space_id: string }>`unnest(${people}::uuid[], ${spaces}::uuid[])`.as<'held'>(
        sql`held (person_id, space_id)`,
      ),
    )
    .select(['held.person_id as personId', 'held.space_id as spaceId'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('space_member')
            .select('space_member.role')
            .whereRef('space_member.person_id', '=', 'held.person_id')
            .whereRef('space_member.space_id', '=', 'held.space_id'),
        ),
      ),
    )
    .execute()
}

/** Where the log of each of the spaces ends. */
export async function headsOf(db: Reads, spaceIds: readonly string[]): Promise<Beacon> {
  const { epoch } = await db.selectFrom('installation').select('epoch').executeTakeFirstOrThrow()
  if (spaceIds.length === 0) return { epoch, heads: {} }
  const rows = await db
    .selectFrom('space')
    .leftJoin('event', (join) => join.onRef('event.space_id', '=', 'space.id').onRef('event.seq', '=', 'space.head'))
    .select(['space.id', 'space.head as seq', 'event.command_id as last'])
    .where('space.id', 'in', spaceIds)
    .execute()
  return { epoch, heads: Object.fromEntries(rows.map(({ id, seq, last }) => [id, { seq, last: last ?? undefined }])) }
}

/** Whether it is the network's own space. */
export async function isNetwork(db: Reads, spaceId: string): Promise<boolean> {
  const { kind } = await db.selectFrom('space').select('kind').where('id', '=', spaceId).executeTakeFirstOrThrow()
  return kind === 'network'
}

/** The people of a space. */
export async function membersOf(db: Reads, spaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('space_member')
    .select('person_id')
    .distinct()
    .where('space_id', '=', spaceId)
    .execute()
  return rows.map((row) => row.person_id)
}
