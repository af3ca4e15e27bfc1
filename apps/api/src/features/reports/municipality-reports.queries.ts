import { idSchema } from '@kolo/domain/core/ids'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import { requireMunicipality } from '../municipalities/municipalities.queries.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { cellOf, cellRows, inSpaces, type NamedReport } from './completeness.queries.ts'

// The last months of a few systems; the tab of each rollout has all of them.
const shown = 8

/** The newest reports of a municipality's rollouts, of those whose space the person is in. */
export const reportsOfMunicipality = query('reports.ofMunicipality', {
  input: z.object({ municipalityId: idSchema }),
  async handle({ db, input, personId, now }): Promise<NamedReport[]> {
    await requireMunicipality(db, input.municipalityId)
    const rollouts = inSpaces(await visibleRollouts(db, personId, input))
    const byId = new Map(rollouts.map((rollout) => [rollout.rolloutId, rollout]))
    const rows = await cellRows(db, rollouts).clearOrderBy().orderBy('period_start', 'desc').limit(shown).execute()
    return rows.flatMap((row) => {
      const rollout = byId.get(row.rollout_id)
      return rollout ? [{ ...rollout, cell: cellOf(row, now.slice(0, 10)) }] : []
    })
  },
})
