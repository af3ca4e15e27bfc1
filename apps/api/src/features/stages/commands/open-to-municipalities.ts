import { stageOpenToMunicipalities } from '@kolo/domain/stages/stages.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { stageIn } from '../stages.queries.ts'

// The network's space stands for the seats: who fills one meanwhile must not be missed.
async function concerned(read: Reads, input: { spaceId: string; stageId: string }): Promise<string[]> {
  const stage = await stageIn(read, input)
  if (!stage) return [input.spaceId]
  const network = await read.selectFrom('space').select('id').where('kind', '=', 'network').executeTakeFirstOrThrow()
  return [input.spaceId, stage.spaceId, network.id]
}

/** Lets the municipalities of the project into a stage's space, its history included. */
export const openStageToMunicipalities = command(stageOpenToMunicipalities, {
  spaces: concerned,
  async handle({ tx, input, decide, now }) {
    const stage = await stageIn(tx.read, input)
    const events = decide({ stage })
    if (events.length === 0 || !stage) return events
    tx.write((db) => db.updateTable('stage').set({ opened_at: now }).where('id', '=', input.stageId))
    return [...events, ...(await reconcileMembers(tx, [stage.spaceId]))]
  },
})
