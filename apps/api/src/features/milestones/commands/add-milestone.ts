import { milestoneAdd } from '@kolo/domain/milestones/milestones.decide'
import { command, ownSpace } from '../../../kernel/command.ts'

/** A rollout gets a milestone. */
export const addMilestone = command(milestoneAdd, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const { spaceId, milestoneId, name, dueOn } = input
    const [rollout, same] = await Promise.all([
      tx.read.selectFrom('rollout').select('id').where('space_id', '=', spaceId).executeTakeFirst(),
      tx.read.selectFrom('milestone').select('id').where('id', '=', milestoneId).executeTakeFirst(),
    ])
    const events = decide({ isRollout: rollout !== undefined, idTaken: same !== undefined })
    tx.write((db) => db.insertInto('milestone').values({ id: milestoneId, space_id: spaceId, name, due_on: dueOn }))
    return events
  },
})
