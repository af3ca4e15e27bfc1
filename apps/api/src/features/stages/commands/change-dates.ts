import { stageChangeDates } from '@kolo/domain/stages/stages.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { stageIn } from '../stages.queries.ts'

/** Gives a stage other dates. */
export const changeDates = command(stageChangeDates, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ stage: await stageIn(tx.read, input) })
    if (events.length > 0) {
      const dates = { starts_on: input.startsOn, ends_on: input.endsOn }
      tx.write((db) => db.updateTable('stage').set(dates).where('id', '=', input.stageId))
    }
    return events
  },
})
