import type { SystemsPart } from '@kolo/domain/systems/systems.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'

/** The catalogue, in the network's space. */
export const loadSystems: PartLoader<SystemsPart> = async (db, spaceId) => {
  const rows = await db
    .selectFrom('system')
    .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
    .select(['system.id', 'system.key', 'system.name', 'system.about'])
    .execute()
  return Object.fromEntries(rows.map((system) => [system.id, system]))
}
