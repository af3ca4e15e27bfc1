import { indicatorChoose } from '@kolo/domain/indicators/indicators.decide'
import { indicatorsChosen } from '@kolo/domain/indicators/indicators.events'
import { sql } from 'kysely'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { chosenIndicatorIds } from '../indicators.queries.ts'

/** Part of a command that has decided on it: writes what a rollout reports that reported nothing. */
export function writeChosen(tx: Tx, rolloutId: string, indicatorIds: readonly string[]): void {
  if (indicatorIds.length === 0) return
  const rows = indicatorIds.map((indicatorId, position) => ({
    rollout_id: rolloutId,
    indicator_id: indicatorId,
    position,
  }))
  tx.write((db) => db.insertInto('rollout_indicator').values(rows))
}

/** Says which indicators a rollout reports; reports that are open already keep theirs. */
export const chooseIndicators = command(indicatorChoose, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const { spaceId, rolloutId } = input
    const [rollout, chosen, known] = await Promise.all([
      tx.read.selectFrom('rollout').select('id').where('space_id', '=', spaceId).executeTakeFirst(),
      chosenIndicatorIds(tx.read, spaceId),
      tx.read
        .selectFrom('indicator')
        .select('id')
        .where('id', '=', sql<string>`any(${input.indicatorIds}::uuid[])`)
        .execute(),
    ])
    const events = decide({ rolloutId: rollout?.id, chosen, known: known.map(({ id }) => id) })
    for (const event of events) {
      const { indicatorIds } = indicatorsChosen.payload.parse(event.payload)
      tx.write((db) => db.deleteFrom('rollout_indicator').where('rollout_id', '=', rolloutId))
      writeChosen(tx, rolloutId, indicatorIds)
    }
    return events
  },
})
