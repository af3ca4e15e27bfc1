import { dayOf, type FactContributor } from '../reports/fact-contributor.ts'
import type { BoardPart } from './boards.fold.ts'

/** Tasks that were finished, and still are. */
export const boardFacts: FactContributor<'board'> = {
  parts: ['board'],
  factsOf: ({ board }) =>
    Object.values(board.tasks).flatMap(({ id, title, doneAt }) =>
      doneAt === null ? [] : [{ kind: 'taskDone', id, name: title, on: dayOf(doneAt) }],
    ),
}

/** How many tasks of a board are done, of how many. */
export function tasksDone({ tasks }: BoardPart): { readonly done: number; readonly total: number } {
  const all = Object.values(tasks)
  return { done: all.filter(({ doneAt }) => doneAt !== null).length, total: all.length }
}
