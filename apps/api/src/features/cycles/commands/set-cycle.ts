import type { Cycle } from '@kolo/domain/cycles/cycles'
import { cycleEnding, cycleSetting } from '@kolo/domain/cycles/cycles.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { cycleOfSpace } from '../cycles.queries.ts'

/** Part of a command that has decided on it: writes when a rollout reports. */
export function writeCycle(tx: Tx, rolloutId: string, { rhythm, days, startsOn, endsOn, window }: Cycle): void {
  const facts = { rhythm, days, starts_on: startsOn, ends_on: endsOn, window_days: window }
  tx.write((db) =>
    db
      .insertInto('cycle')
      .values({ rollout_id: rolloutId, ...facts })
      .onConflict((conflict) => conflict.column('rollout_id').doUpdateSet(facts)),
  )
}

/** Says when a rollout reports. */
export const setCycle = command(cycleSetting, {
  spaces: ownSpace,
  load: ({ read, input }) => cycleOfSpace(read, input.spaceId),
  async handle({ tx, input: { rolloutId, cycle }, decide, loaded }) {
    const events = decide(loaded)
    if (events.length > 0) writeCycle(tx, rolloutId, cycle)
    return events
  },
})

/** Asks for no more reports by itself. */
export const endCycle = command(cycleEnding, {
  spaces: ownSpace,
  load: ({ read, input }) => cycleOfSpace(read, input.spaceId),
  async handle({ tx, input: { rolloutId }, decide, loaded }) {
    const events = decide(loaded)
    if (events.length > 0) tx.write((db) => db.deleteFrom('cycle').where('rollout_id', '=', rolloutId))
    return events
  },
})
