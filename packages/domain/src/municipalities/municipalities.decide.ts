import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import { importMunicipalitiesInput } from './municipalities.ts'
import { municipalityImported } from './municipalities.events.ts'
import { can } from './municipalities.policy.ts'
import type { ImportPlan } from './plan-import.ts'

/** Takes a file over, all rows or none; the same file again changes nothing. */
export const municipalitiesImport = defineCommand(
  'municipality.import',
  importMunicipalitiesInput,
  ({ plan }: { readonly plan: ImportPlan }, input, { actor }) => {
    if (!can.import(actor)) throw notFound()
    if (plan.twice.length > 0) throw invalid('twiceInFile', { row: plan.twice[0]! + 1 })
    const added = plan.added.map(({ id }) => id)
    const changed = plan.changed.map(({ id }) => id)
    if (added.length + changed.length === 0) return []
    return [municipalityImported.of({ total: input.rows.length, added, changed, same: plan.same.length })]
  },
)
