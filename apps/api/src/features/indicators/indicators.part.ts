import type { ChosenIndicatorsPart, IndicatorsPart } from '@kolo/domain/indicators/indicators.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { allIndicators, chosenIndicatorIds } from './indicators.queries.ts'

/** The catalogue, in the network's space. */
export const loadIndicators: PartLoader<IndicatorsPart> = async (db, spaceId) => {
  const space = await db.selectFrom('space').select('kind').where('id', '=', spaceId).executeTakeFirst()
  if (space?.kind !== 'network') return {}
  return Object.fromEntries((await allIndicators(db)).map((indicator) => [indicator.id, indicator]))
}

/** What the rollout of the space reports. */
export const loadChosenIndicators: PartLoader<ChosenIndicatorsPart> = async (db, spaceId) =>
  chosenIndicatorIds(db, spaceId)
