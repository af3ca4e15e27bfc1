import type { Database } from '@kolo/database'
import type { Milestone } from '@kolo/domain/milestones/milestones'
import type { Selectable } from 'kysely'
import type { Reads } from '../../kernel/transaction.ts'

const milestoneOf = (row: Selectable<Database['milestone']>): Milestone => ({
  id: row.id,
  name: row.name,
  dueOn: row.due_on,
  reachedOn: row.reached_on,
  reachedBy: row.reached_by,
})

/** The milestones of the rollout whose space this is. */
export async function milestonesOf(db: Reads, rolloutSpaceId: string): Promise<Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('space_id', '=', rolloutSpaceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(milestoneOf)
}

/** The milestone, where that space has it; with `deleted` one that was removed. */
export async function milestoneById(
  db: Reads,
  key: { readonly spaceId: string; readonly milestoneId: string },
  state: 'live' | 'deleted' = 'live',
): Promise<Milestone | undefined> {
  const row = await db
    .selectFrom('milestone')
    .selectAll()
    .where('id', '=', key.milestoneId)
    .where('space_id', '=', key.spaceId)
    .where('deleted_at', state === 'live' ? 'is' : 'is not', null)
    .executeTakeFirst()
  return row && milestoneOf(row)
}
