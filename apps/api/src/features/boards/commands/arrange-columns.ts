import { columnAdd, columnChange, columnRemove } from '@kolo/domain/boards/boards.decide'
import { keyIn } from '@kolo/domain/boards/boards.order'
import { command, ownSpace } from '../../../kernel/command.ts'
import { columnById, columnsOf, tasksInColumn } from '../boards.queries.ts'

/** Puts a column at the end of the board. */
export const addColumn = command(columnAdd, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [column, columns] = await Promise.all([columnById(tx.read, input), columnsOf(tx.read, input.spaceId)])
    const last = columns.at(-1)?.order ?? null
    const events = decide({ column, last, count: columns.length })
    const { columnId, spaceId, name, category } = input
    const order = keyIn({ before: last, after: null })
    tx.write((db) => db.insertInto('board_column').values({ id: columnId, space_id: spaceId, name, category, order }))
    return events
  },
})

/** Gives a column another name or meaning. */
export const changeColumn = command(columnChange, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ column: await columnById(tx.read, input) })
    const { name, category } = input
    if (events.length > 0)
      tx.write((db) => db.updateTable('board_column').set({ name, category }).where('id', '=', input.columnId))
    return events
  },
})

/** Takes an empty column away. */
export const removeColumn = command(columnRemove, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [column, tasks] = await Promise.all([columnById(tx.read, input), tasksInColumn(tx.read, input.columnId)])
    const events = decide({ column, tasks })
    tx.write((db) => db.deleteFrom('board_column').where('id', '=', input.columnId))
    return events
  },
})
