import type { BoardPart } from '@kolo/domain/boards/boards.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { columnsOf, taskOf } from './boards.queries.ts'

/** The board of a space. */
export const loadBoard: PartLoader<BoardPart> = async (db, spaceId) => {
  const [columns, tasks] = await Promise.all([
    columnsOf(db, spaceId),
    db
      .selectFrom('task')
      .selectAll()
      .where('space_id', '=', spaceId)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .execute(),
  ])
  return {
    columns: Object.fromEntries(columns.map((column) => [column.id, column])),
    tasks: Object.fromEntries(tasks.map((row) => [row.id, taskOf(row)])),
  }
}
