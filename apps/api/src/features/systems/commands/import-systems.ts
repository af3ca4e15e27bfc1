import { systemImport } from '@kolo/domain/systems/systems.decide'
import { systemAdded } from '@kolo/domain/systems/systems.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import { allSystems } from '../systems.queries.ts'

/** Adds entries to the catalogue of systems and mends those that it has. */
export const importSystems = command(systemImport, {
  spaces: ownSpace,
  async handle({ tx, decide }) {
    const events = decide({ known: await allSystems(tx.read) })
    for (const event of events) {
      const { systemId, key, name, about } = systemAdded.payload.parse(event.payload)
      tx.write((db) =>
        db
          .insertInto('system')
          .values({ id: systemId, key, name, about })
          .onConflict((clash) => clash.column('id').doUpdateSet({ name, about })),
      )
    }
    return events
  },
})
