import { milestoneEdit } from '@kolo/domain/milestones/milestones.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { milestoneById } from '../milestones.queries.ts'

/** Gives a milestone another name or day: only what is given changes. */
export const editMilestone = command(milestoneEdit, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ milestone: await milestoneById(tx.read, input) })
    if (events.length === 0) return events
    const { milestoneId, name, dueOn } = input
    tx.write((db) =>
      db
        .updateTable('milestone')
        .set({ ...(name === undefined ? {} : { name }), ...(dueOn === undefined ? {} : { due_on: dueOn }) })
        .where('id', '=', milestoneId),
    )
    return events
  },
})
