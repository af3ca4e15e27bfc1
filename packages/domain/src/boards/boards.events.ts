import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { offices } from '../core/roles.ts'
import { defineEvent } from '../events/define-event.ts'
import { columnCategories } from './boards.ts'

const column = z.object({ columnId: idSchema, name: z.string().nullable(), category: z.enum(columnCategories) })
const place = z.object({
  taskId: idSchema,
  title: z.string(),
  columnId: idSchema,
  order: z.string(),
  category: z.enum(columnCategories),
})

export const columnAdded = defineEvent('column.added', {
  version: 1,
  payload: column.extend({ order: z.string() }),
  audience: 'nobody',
  feed: null,
})

export const columnChanged = defineEvent('column.changed', {
  version: 1,
  payload: column,
  audience: 'nobody',
  feed: null,
})

export const columnRemoved = defineEvent('column.removed', {
  version: 1,
  payload: z.object({ columnId: idSchema }),
  audience: 'nobody',
  feed: null,
})

/** What isn't given is empty; a task that a plan brings has all of it. */
export const taskCreated = defineEvent('task.created', {
  version: 1,
  payload: place.extend({
    description: z.string().optional(),
    assigneeIds: z.array(idSchema).optional(),
    dueOn: z.string().optional(),
    office: z.enum(offices).nullable().optional(),
  }),
  audience: 'members',
  feed: 'taskCreated',
})

/** `category` is the target column's: whether the task is done follows from it. */
export const taskMoved = defineEvent('task.moved', {
  version: 1,
  payload: place,
  audience: 'followers',
  feed: 'taskMoved',
})

/** Only what changed is there. */
export const taskEdited = defineEvent('task.edited', {
  version: 1,
  payload: z.object({
    taskId: idSchema,
    title: z.string().optional(),
    description: z.string().optional(),
    assigneeIds: z.array(idSchema).optional(),
    dueOn: z.string().nullable().optional(),
    fileIds: z.array(idSchema).optional(),
  }),
  audience: 'subject',
  feed: 'taskEdited',
})

/** It can be restored. */
export const taskDeleted = defineEvent('task.deleted', {
  version: 1,
  payload: z.object({ taskId: idSchema, title: z.string() }),
  audience: 'followers',
  feed: 'taskDeleted',
})

/** The whole task is in the payload, since nobody's view holds it any more. */
export const taskRestored = defineEvent('task.restored', {
  version: 1,
  payload: place.extend({
    description: z.string(),
    assigneeIds: z.array(idSchema),
    office: z.enum(offices).nullable().optional(),
    dueOn: z.string().nullable(),
    fileIds: z.array(idSchema),
    createdBy: idSchema,
    createdAt: z.string(),
    doneAt: z.string().nullable(),
  }),
  audience: 'followers',
  feed: 'taskRestored',
})
