import { planAdd } from '@kolo/domain/plans/plans.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { knownIndicatorIds } from '../plans.queries.ts'

/** A project gets a plan for a system. */
export const addPlan = command(planAdd, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const { spaceId, planId, systemId, content } = input
    const [project, same, system, known] = await Promise.all([
      tx.read.selectFrom('project').select('id').where('commons_space_id', '=', spaceId).executeTakeFirst(),
      tx.read.selectFrom('plan').select('id').where('id', '=', planId).executeTakeFirst(),
      tx.read.selectFrom('system').select('id').where('id', '=', systemId).executeTakeFirst(),
      knownIndicatorIds(tx.read, content),
    ])
    const events = decide({
      isCommons: project !== undefined,
      idTaken: same !== undefined,
      hasSystem: system !== undefined,
      knownIndicatorIds: known,
    })
    tx.write((db) =>
      db
        .insertInto('plan')
        .values({ id: planId, space_id: spaceId, system_id: systemId, content: JSON.stringify(content) }),
    )
    return events
  },
})
