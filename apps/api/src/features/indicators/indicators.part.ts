import type { ChosenIndicatorsPart, IndicatorsPart } from '@kolo/domain/indicators/indicators.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { chosenIndicatorIds, indicatorOf } from './indicators.queries.ts'

/** The catalogue, in the network's space. */
export const loadIndicators: PartLoader<IndicatorsPart> = async (db, spaceId) => {
  const rows = await db
    .selectFrom('indicator')
    .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
    .selectAll('indicator')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.id, indicatorOf(row)]))
}

/** What the rollout of the space reports. */
export const loadChosenIndicators: PartLoader<ChosenIndicatorsPart> = chosenIndicatorIds
