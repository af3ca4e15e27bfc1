import { municipalitiesImport } from '@kolo/domain/municipalities/municipalities.decide'
import type { FoldedMunicipality } from '@kolo/domain/municipalities/municipalities'
import { planImport } from '@kolo/domain/municipalities/plan-import'
import { fold } from '@kolo/i18n'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Tx } from '../../../kernel/transaction.ts'
import { municipalitiesIn } from '../municipalities.queries.ts'

// PostgreSQL takes at most 65,535 parameters in a statement; a row has thirteen.
const rowsAtOnce = 1_000

/** Takes over a file of municipalities, all rows or none. */
export const importMunicipalityRows = command(municipalitiesImport, {
  spaces: ownSpace,
  async handle({ tx, input, decide, ids }) {
    const rows = input.rows.map((row) => ({ ...row, foldedName: fold(row.name) }))
    const known = await municipalitiesIn(tx.read, [...new Set(rows.map((row) => row.country))])
    const plan = planImport(rows, known, ids)
    const events = decide({ plan })
    if (events.length > 0) writeAll(tx, [...plan.added, ...plan.changed])
    return events
  },
})

function writeAll(tx: Tx, municipalities: readonly FoldedMunicipality[]): void {
  for (let start = 0; start < municipalities.length; start += rowsAtOnce) {
    const values = municipalities.slice(start, start + rowsAtOnce).map(rowOf)
    tx.write((db) =>
      db
        .insertInto('municipality')
        .values(values)
        .onConflict((clash) =>
          clash.column('id').doUpdateSet(({ ref }) => ({
            code: ref('excluded.code'),
            name: ref('excluded.name'),
            name_local: ref('excluded.name_local'),
            region: ref('excluded.region'),
            registered_voters: ref('excluded.registered_voters'),
            development_level: ref('excluded.development_level'),
            kind: ref('excluded.kind'),
            languages: ref('excluded.languages'),
            latitude: ref('excluded.latitude'),
            longitude: ref('excluded.longitude'),
            folded_name: ref('excluded.folded_name'),
          })),
        ),
    )
  }
}

const rowOf = (municipality: FoldedMunicipality) => ({
  id: municipality.id,
  country: municipality.country,
  code: municipality.code,
  name: municipality.name,
  name_local: municipality.nameLocal,
  region: municipality.region,
  registered_voters: municipality.registeredVoters,
  development_level: municipality.developmentLevel,
  kind: municipality.kind,
  languages: [...municipality.languages],
  latitude: municipality.latitude,
  longitude: municipality.longitude,
  folded_name: municipality.foldedName,
})
