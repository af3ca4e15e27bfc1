import type { SpaceKind } from '@kolo/domain/core/roles'
import { type EventDraft, inSpace } from '@kolo/domain/events/define-event'
import { memberJoined, memberLeft, spaceOpened } from '@kolo/domain/spaces/spaces.events'
import type { Tx } from '../../kernel/transaction.ts'

/** Opens a new space inside a command; returns its first event, which the command returns among its own. */
export function openSpace(
  tx: Tx,
  space: { id: string; kind: SpaceKind; projectId: string | null; title: string; now: string },
): EventDraft {
  tx.write((db) =>
    db.insertInto('space').values({
      id: space.id,
      kind: space.kind,
      project_id: space.projectId,
      title: space.title,
      created_at: space.now,
    }),
  )
  return inSpace(space.id, spaceOpened.of({ kind: space.kind, projectId: space.projectId, title: space.title }))
}

type Row = { space_id: string; person_id: string; role: string; via: string }
const keyOf = (row: Row): string => `${row.space_id} ${row.person_id} ${row.role} ${row.via}`

/**
 * Brings `space_member` in line with `granted_member` for spaces that the command has locked or opened, after it wrote
 * the facts; returns who joined and left, as events of those spaces.
 */
export async function reconcileMembers(tx: Tx, spaceIds: readonly string[]): Promise<EventDraft[]> {
  if (spaceIds.length === 0) return []
  const [granted, held] = await Promise.all([
    tx.read.selectFrom('granted_member').selectAll().where('space_id', 'in', spaceIds).execute(),
    tx.read.selectFrom('space_member').selectAll().where('space_id', 'in', spaceIds).execute(),
  ])
  const grantedKeys = new Set(granted.map(keyOf))
  const heldKeys = new Set(held.map(keyOf))
  const joined = [
    ...new Map(granted.filter((row) => !heldKeys.has(keyOf(row))).map((row) => [keyOf(row), row])).values(),
  ]
  const left = held.filter((row) => !grantedKeys.has(keyOf(row)))
  if (joined.length > 0) tx.write((db) => db.insertInto('space_member').values(joined))
  for (const row of left) {
    tx.write((db) =>
      db
        .deleteFrom('space_member')
        .where('space_id', '=', row.space_id)
        .where('person_id', '=', row.person_id)
        .where('role', '=', row.role)
        .where('via', '=', row.via),
    )
  }
  const payloadOf = (row: (typeof held)[number]) => ({ personId: row.person_id, role: row.role, via: row.via })
  return [
    ...left.map((row) => inSpace(row.space_id, memberLeft.of(payloadOf(row)))),
    ...joined.map((row) => inSpace(row.space_id, memberJoined.of(payloadOf(row)))),
  ]
}
