import type { MunicipalitiesPart } from '@kolo/domain/municipalities/municipalities.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'

/** The size of the catalogue, in the network's space. */
export const loadMunicipalities: PartLoader<MunicipalitiesPart> = (db, spaceId) =>
  db
    .selectFrom('municipality')
    .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
