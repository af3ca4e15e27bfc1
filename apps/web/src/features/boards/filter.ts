import type { Task } from '@kolo/domain/boards/boards'
import { fold } from '@kolo/i18n'
import { isOverdue } from './task-card.tsx'

/** What of a board is shown. */
export type Filter = {
  readonly text: string
  readonly isMine: boolean
  readonly isOverdue: boolean
  readonly hidesDone: boolean
}

/** Everything. */
export const noFilter: Filter = { text: '', isMine: false, isOverdue: false, hidesDone: false }

/** Whether a filter shows a task; words are found in either script. */
export function shows(filter: Filter, personId: string, today: string): (task: Task) => boolean {
  const words = fold(filter.text.trim())
  return (task) =>
    (!filter.isMine || task.assigneeIds.includes(personId)) &&
    (!filter.isOverdue || isOverdue(task, today)) &&
    (!filter.hidesDone || task.doneAt === null) &&
    (words === '' || fold(task.title).includes(words))
}
