import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { type Health, worstHealth } from '@kolo/domain/rollouts/rollouts'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { heardRollouts, type HeardRollout, visibleByMunicipality } from '../rollouts/rollouts.queries.ts'
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

/** All municipalities with a rollout in the project, and their systems: to be narrowed to what the person may see. */
async function catalogueOf(db: Reads, projectId: string) {
  const rolledOut = db.selectFrom('rollout').where('project_id', '=', projectId)
  const [municipalities, systems] = await Promise.all([
    db
      .selectFrom('municipality')
      .select(['id', 'country', 'name', 'name_local', 'latitude', 'longitude'])
      .where('id', 'in', rolledOut.select('municipality_id'))
      .orderBy('country', 'desc')
      .orderBy('name')
      .execute(),
    db
      .selectFrom('system')
      .select(['id', 'key', 'name'])
      .where('id', 'in', rolledOut.select('system_id'))
      .orderBy('key')
      .execute(),
  ])
  return { municipalities, systems }
}

type Catalogue = Awaited<ReturnType<typeof catalogueOf>>

function placed({ municipalities }: Catalogue, ids: { has(id: string): boolean }): PlacedMunicipality[] {
  return municipalities.flatMap(({ name_local: nameLocal, ...row }) => (ids.has(row.id) ? [{ ...row, nameLocal }] : []))
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
    const [part, cells, catalogue] = await Promise.all([
      participates(db, personId, input.projectId),
      heardRollouts(db, personId, input),
      catalogueOf(db, input.projectId),
    ])
    if (!part) throw notFound()
    const systemIds = new Set(cells.map((cell) => cell.systemId))
    return {
      municipalities: placed(catalogue, new Set(cells.map((cell) => cell.municipalityId))),
      systems: catalogue.systems.filter(({ id }) => systemIds.has(id)),
      cells,
    }
  },
})

/** A municipality on the map: the health that needs most care among its rollouts, null before the first accepted report. */
export type MunicipalityOnMap = PlacedMunicipality & { readonly health: Health | null; readonly rollouts: number }

/** The municipalities of a project with their health. */
export const projectMap = query('projects.map', {
  input: ofProject,
  async handle({ db, input, personId }): Promise<MunicipalityOnMap[]> {
    const [part, seen, catalogue] = await Promise.all([
      participates(db, personId, input.projectId),
      visibleByMunicipality(db, personId, input.projectId),
      catalogueOf(db, input.projectId),
    ])
    if (!part) throw notFound()
    return placed(catalogue, seen).map((municipality) => {
      const { rollouts, healths } = seen.get(municipality.id) ?? { rollouts: 0, healths: [] }
      return { ...municipality, health: worstHealth(healths), rollouts }
    })
  },
})
