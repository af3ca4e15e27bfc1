import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { Municipality } from '@kolo/domain/municipalities/municipalities'
import { peersOf } from '@kolo/domain/municipalities/peers'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { allMunicipalities } from './municipalities.queries.ts'

/** A municipality like the one asked about, and what is alike. */
export type MunicipalityPeer = Pick<
  Municipality,
  'id' | 'name' | 'nameLocal' | 'country' | 'registeredVoters' | 'developmentLevel'
> & {
  readonly size: number | null
  readonly sameLevel: boolean | null
  readonly sharedSystemIds: readonly string[]
}

const shown = 6

/**
 * The municipalities most like this one. Size and level are the catalogue's, which everybody has; of systems only those count
 * whose rollouts the person may see.
 */
export const municipalityPeers = query('municipalities.peers', {
  input: z.object({ municipalityId: idSchema }),
  async handle({ db, input: { municipalityId }, personId }): Promise<MunicipalityPeer[]> {
    const [all, systems] = await Promise.all([allMunicipalities(db), systemsSeen(db, personId, municipalityId)])
    const compared = all.map((row) => ({ ...row, systemIds: systems.get(row.id) ?? [] }))
    const ours = compared.find(({ id }) => id === municipalityId)
    if (!ours) throw notFound()
    return peersOf(ours, compared, shown).map(({ municipality, ...alike }) => ({
      id: municipality.id,
      name: municipality.name,
      nameLocal: municipality.nameLocal,
      country: municipality.country,
      registeredVoters: municipality.registeredVoters,
      developmentLevel: municipality.developmentLevel,
      ...alike,
    }))
  },
})

/** Which systems each municipality introduces, in the projects in which the person sees a rollout of this one. */
async function systemsSeen(db: Reads, personId: string, municipalityId: string): Promise<Map<string, string[]>> {
  const here = await visibleRollouts(db, personId, { municipalityId })
  const projectIds = [...new Set(here.map(({ projectId }) => projectId))]
  const seen = await Promise.all(projectIds.map((projectId) => visibleRollouts(db, personId, { projectId })))
  const byMunicipality = Map.groupBy(seen.flat(), (rollout) => rollout.municipalityId)
  return new Map([...byMunicipality].map(([id, rollouts]) => [id, rollouts.map(({ systemId }) => systemId)]))
}
