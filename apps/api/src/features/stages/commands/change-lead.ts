import { stageChangeLead } from '@kolo/domain/stages/stages.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { isPartner, stageIn } from '../stages.queries.ts'

/** Says which partner leads a stage, or that nobody does yet. */
export const changeLead = command(stageChangeLead, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const { spaceId, stageId, organizationId } = input
    const [stage, partner] = await Promise.all([
      stageIn(tx.read, input),
      organizationId === null ? false : isPartner(tx.read, spaceId, organizationId),
    ])
    const events = decide({ stage, isPartner: partner })
    if (events.length > 0) {
      tx.write((db) => db.updateTable('stage').set({ lead_organization_id: organizationId }).where('id', '=', stageId))
    }
    return events
  },
})
