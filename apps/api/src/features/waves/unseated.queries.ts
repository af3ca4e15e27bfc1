import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import type { SeatKind } from '@kolo/domain/core/roles'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'

/** The seats without which a rollout stands still: who works on it, who signs for it. */
const neededSeats: readonly SeatKind[] = ['focalPoint', 'approver']

/** A municipality with rollouts in the project, and the needed seats in which nobody sits. */
export type UnseatedMunicipality = {
  readonly organizationId: string
  readonly municipalityId: string
  readonly country: string
  readonly name: string
  readonly nameLocal: string
  readonly vacant: readonly SeatKind[]
}

/** Whom the project's rollouts still need, for its coordinator; `spaceId` is the coordination space. */
export const unseated = query('waves.unseated', {
  input: z.object({ spaceId: idSchema }),
  async handle({ db, input, personId }): Promise<UnseatedMunicipality[]> {
    const project = await db
      .selectFrom('project')
      .innerJoin('space_member', 'space_member.space_id', 'project.coordination_space_id')
      .select('project.id')
      .where('project.coordination_space_id', '=', input.spaceId)
      .where('space_member.person_id', '=', personId)
      .limit(1)
      .executeTakeFirst()
    if (!project) throw notFound()
    const rows = await db
      .selectFrom('rollout')
      .innerJoin('municipality', 'municipality.id', 'rollout.municipality_id')
      .leftJoin('seat', 'seat.organization_id', 'rollout.organization_id')
      .leftJoin('seat_holder', 'seat_holder.seat_id', 'seat.id')
      .leftJoin('person', (join) =>
        join.onRef('person.id', '=', 'seat_holder.person_id').on('person.disabled_at', 'is', null),
      )
      .select([
        'rollout.organization_id',
        'municipality.id as municipality_id',
        'municipality.country',
        'municipality.name',
        'municipality.name_local',
      ])
      .select(['seat.kind', 'person.id as person_id'])
      .where('rollout.project_id', '=', project.id)
      .orderBy('municipality.name')
      .execute()
    return [...Map.groupBy(rows, (row) => row.organization_id)].flatMap(([organizationId, held]) => {
      const filled = new Set(held.flatMap(({ kind, person_id: sits }) => (sits === null ? [] : [kind])))
      const vacant = neededSeats.filter((seat) => !filled.has(seat))
      const { municipality_id: municipalityId, country, name, name_local: nameLocal } = held[0]!
      return vacant.length === 0 ? [] : [{ organizationId, municipalityId, country, name, nameLocal, vacant }]
    })
  },
})
