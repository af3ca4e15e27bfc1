import { isEmptyPlan } from '@kolo/domain/targets/targets'
import { targetSetting } from '@kolo/domain/targets/targets.decide'
import { targetSet } from '@kolo/domain/targets/targets.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { targetsOfSpace } from '../targets.queries.ts'

/** Says what a rollout is to reach with an indicator, from where. */
export const setTarget = command(targetSetting, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const { spaceId, rolloutId, indicatorId } = input
    const [rollout, indicator, plans] = await Promise.all([
      tx.read.selectFrom('rollout').select('id').where('space_id', '=', spaceId).executeTakeFirst(),
      tx.read.selectFrom('indicator').select('kind').where('id', '=', indicatorId).executeTakeFirst(),
      targetsOfSpace(tx.read, spaceId),
    ])
    const events = decide({ rolloutId: rollout?.id, kind: indicator?.kind, plan: plans[indicatorId] })
    for (const event of events) {
      const { plan } = targetSet.payload.parse(event.payload)
      const written = {
        baseline: plan.baseline && JSON.stringify(plan.baseline),
        targets: JSON.stringify(plan.targets),
      }
      if (isEmptyPlan(plan))
        tx.write((db) =>
          db.deleteFrom('target_plan').where('rollout_id', '=', rolloutId).where('indicator_id', '=', indicatorId),
        )
      else
        tx.write((db) =>
          db
            .insertInto('target_plan')
            .values({ rollout_id: rolloutId, indicator_id: indicatorId, ...written })
            .onConflict((clash) => clash.columns(['rollout_id', 'indicator_id']).doUpdateSet(written)),
        )
    }
    return events
  },
})
