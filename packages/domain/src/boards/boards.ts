import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import type { Office } from '../core/roles.ts'
import { daySchema, lineOfText, runningText } from '../core/text.ts'

/** What a column means for progress, whatever it is called. */
export const columnCategories = ['todo', 'doing', 'blocked', 'done'] as const
export type ColumnCategory = (typeof columnCategories)[number]

/** A column of a space's board; without a name of its own it is shown by its category's. `order` compares bytewise. */
export type Column = {
  readonly id: string
  readonly name: string | null
  readonly category: ColumnCategory
  readonly order: string
}

/** A task of a space's board; `order` compares bytewise within its column. */
export type Task = {
  readonly id: string
  readonly columnId: string
  readonly order: string
  readonly title: string
  readonly description: string
  readonly assigneeIds: readonly string[]
  /** To whose place it falls where nobody is assigned, whoever holds that; null for most tasks. */
  readonly office: Office | null
  readonly dueOn: string | null
  readonly fileIds: readonly string[]
  readonly createdBy: string
  readonly createdAt: string
  /** Since when it stands in a column of category `done`. */
  readonly doneAt: string | null
}

const inSpaceInput = z.object({ spaceId: idSchema })
const onColumn = inSpaceInput.extend({ columnId: idSchema })
const onTask = inSpaceInput.extend({ taskId: idSchema })
const title = lineOfText(200)
const details = {
  description: runningText(10_000),
  assigneeIds: z.array(idSchema).max(20),
  dueOn: daySchema.nullable(),
  fileIds: z.array(idSchema).max(20),
}

export const addColumnInput = onColumn.extend({ name: lineOfText(80), category: z.enum(columnCategories) })
export const changeColumnInput = onColumn.extend({ name: lineOfText(80), category: z.enum(columnCategories) })
export const removeColumnInput = onColumn
/** At the end of the column; `afterTaskId` null puts it first. */
export const createTaskInput = onTask.extend({ columnId: idSchema, title })
/** Behind `afterTaskId` in the column, first where that is null, last where that task has gone elsewhere. */
export const moveTaskInput = onTask.extend({ columnId: idSchema, afterTaskId: idSchema.nullable() })
/** Only what is given changes. */
export const editTaskInput = onTask.extend(z.object({ title, ...details }).partial().shape)
export const deleteTaskInput = onTask
