import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { type Health, worstHealth } from '@kolo/domain/rollouts/rollouts'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { heardRollouts, type HeardRollout, type VisibleRollout, visibleRollouts } from '../rollouts/rollouts.queries.ts'
import { participates } from './projects.queries.ts'

const ofProject = z.object({ projectId: idSchema })

/** A municipality with its place, as matrix and map name it. */
export type PlacedMunicipality = {
  readonly id: string
  readonly country: string
  readonly name: string
  readonly nameLocal: string
  readonly latitude: number
  readonly longitude: number
}

async function municipalitiesOf(db: Reads, rollouts: readonly VisibleRollout[]): Promise<PlacedMunicipality[]> {
  const ids = [...new Set(rollouts.map((rollout) => rollout.municipalityId))]
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('municipality')
    .select(['id', 'country', 'name', 'name_local', 'latitude', 'longitude'])
    .where('id', 'in', ids)
    .orderBy('country', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ name_local: nameLocal, ...row }) => ({ ...row, nameLocal }))
}

/** Municipality × system: a cell for each rollout that the person may see (architecture.md 9). */
export type ProjectMatrix = {
  readonly municipalities: readonly PlacedMunicipality[]
  readonly systems: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly cells: readonly HeardRollout[]
}

/** The matrix of a project. */
export const projectMatrix = query('projects.matrix', {
  input: ofProject,
  async handle({ db, input, personId }): Promise<ProjectMatrix> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const cells = await heardRollouts(db, personId, input)
    const systemIds = [...new Set(cells.map((cell) => cell.systemId))]
    const [municipalities, systems] = await Promise.all([
      municipalitiesOf(db, cells),
      systemIds.length === 0
        ? []
        : db.selectFrom('system').select(['id', 'key', 'name']).where('id', 'in', systemIds).orderBy('key').execute(),
    ])
    return { municipalities, systems, cells }
  },
})

/** A municipality on the map: the health that needs most care among its rollouts, null before the first accepted report. */
export type MunicipalityOnMap = PlacedMunicipality & { readonly health: Health | null; readonly rollouts: number }

/** The municipalities of a project with their health. */
export const projectMap = query('projects.map', {
  input: ofProject,
  async handle({ db, input, personId }): Promise<MunicipalityOnMap[]> {
    if (!(await participates(db, personId, input.projectId))) throw notFound()
    const rollouts = await visibleRollouts(db, personId, input)
    const byMunicipality = Map.groupBy(rollouts, (rollout) => rollout.municipalityId)
    return (await municipalitiesOf(db, rollouts)).map((municipality) => {
      const here = byMunicipality.get(municipality.id) ?? []
      return { ...municipality, health: worstHealth(here.map((rollout) => rollout.health)), rollouts: here.length }
    })
  },
})
