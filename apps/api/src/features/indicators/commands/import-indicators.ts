import { indicatorImport } from '@kolo/domain/indicators/indicators.decide'
import { indicatorAdded } from '@kolo/domain/indicators/indicators.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { allIndicators } from '../indicators.queries.ts'

/** Adds entries to the catalogue of indicators and mends those that it has. */
export const importIndicators = command(indicatorImport, {
  spaces: ownSpace,
  async handle({ tx, decide }) {
    const events = decide({ known: await allIndicators(tx.read) })
    for (const event of events) {
      const { id, key, kind, name, unit, direction, rollup, reference, ...rest } = indicatorAdded.payload.parse(
        event.payload,
      )
      const { cumulative = false, breakdown } = rest
      const described = {
        name,
        unit,
        direction,
        rollup,
        reference,
        cumulative,
        breakdown: breakdown ? JSON.stringify(breakdown) : null,
      }
      tx.write((db) =>
        db
          .insertInto('indicator')
          .values({ id, key, kind, ...described })
          .onConflict((clash) => clash.column('id').doUpdateSet(described)),
      )
    }
    return events
  },
})
