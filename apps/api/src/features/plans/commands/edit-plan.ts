import { planContentSchema } from '@kolo/domain/plans/plans'
import { planEdit, planRemove } from '@kolo/domain/plans/plans.decide'
import { planEdited } from '@kolo/domain/plans/plans.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { knownIndicatorIds, planById } from '../plans.queries.ts'

/** Changes what a plan says: only the fields that are given. */
export const editPlan = command(planEdit, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [plan, known] = await Promise.all([planById(tx.read, input), knownIndicatorIds(tx.read, input.changes)])
    const events = decide({ plan, knownIndicatorIds: known })
    for (const event of events) {
      const { changes } = planEdited.payload.parse(event.payload)
      const content = planContentSchema.parse({ ...plan, ...changes })
      tx.write((db) =>
        db
          .updateTable('plan')
          .set({ content: JSON.stringify(content), revision: input.revision + 1 })
          .where('id', '=', input.planId),
      )
    }
    return events
  },
})

/** Takes a plan away. */
export const removePlan = command(planRemove, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ plan: await planById(tx.read, input) })
    tx.write((db) => db.deleteFrom('plan').where('id', '=', input.planId))
    return events
  },
})
