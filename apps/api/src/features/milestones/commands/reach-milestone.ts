import { milestoneReach, milestoneReopen } from '@kolo/domain/milestones/milestones.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { milestoneById } from '../milestones.queries.ts'

/** Says on which day a milestone was reached. */
export const reachMilestone = command(milestoneReach, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor }) {
    const events = decide({ milestone: await milestoneById(tx.read, input) })
    if (events.length === 0) return events
    const { milestoneId, reachedOn } = input
    tx.write((db) =>
      db
        .updateTable('milestone')
        .set({ reached_on: reachedOn, reached_by: actor.personId })
        .where('id', '=', milestoneId),
    )
    return events
  },
})

/** Takes back that a milestone was reached. */
export const reopenMilestone = command(milestoneReopen, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ milestone: await milestoneById(tx.read, input) })
    if (events.length === 0) return events
    tx.write((db) =>
      db.updateTable('milestone').set({ reached_on: null, reached_by: null }).where('id', '=', input.milestoneId),
    )
    return events
  },
})
