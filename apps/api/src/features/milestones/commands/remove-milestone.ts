import { milestoneRemove, milestoneRestore } from '@kolo/domain/milestones/milestones.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { milestoneById } from '../milestones.queries.ts'

/** Takes a milestone away; it can be restored. */
export const removeMilestone = command(milestoneRemove, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ milestone: await milestoneById(tx.read, input) })
    tx.write((db) => db.updateTable('milestone').set({ deleted_at: now }).where('id', '=', input.milestoneId))
    return events
  },
})

/** Brings a removed milestone back as it was. */
export const restoreMilestone = command(milestoneRestore, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ milestone: await milestoneById(tx.read, input, 'deleted') })
    tx.write((db) => db.updateTable('milestone').set({ deleted_at: null }).where('id', '=', input.milestoneId))
    return events
  },
})
