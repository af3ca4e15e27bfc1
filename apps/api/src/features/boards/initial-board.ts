import { columnCategories } from '@kolo/domain/boards/boards'
import { columnAdded } from '@kolo/domain/boards/boards.events'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { type EventDraft, inSpace } from '@kolo/domain/events/define-event'
import type { Tx } from '../../kernel/transaction.ts'

/** Gives a new space its four columns, one for each category; returns the events. */
export function initialBoard(tx: Tx, spaceId: string, ids: () => string): EventDraft[] {
  let order: string | null = null
  const columns = columnCategories.map((category) => {
    order = keyIn({ before: order, after: null })
    return { columnId: ids(), name: null, category, order }
  })
  tx.write((db) =>
    db
      .insertInto('board_column')
      .values(columns.map(({ columnId, ...column }) => ({ id: columnId, space_id: spaceId, ...column }))),
  )
  return columns.map((column) => inSpace(spaceId, columnAdded.of(column)))
}
