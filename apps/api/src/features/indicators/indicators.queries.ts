import type { Database } from '@kolo/database'
import type { Breakdown } from '@kolo/domain/indicators/breakdown'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** An entry of the catalogue, as its events tell it: what doesn't hold of it is absent. */
export const indicatorOf = ({ cumulative, breakdown, ...facts }: Selectable<Database['indicator']>): Indicator => ({
  ...facts,
  ...(cumulative ? { cumulative } : {}),
  ...(breakdown ? { breakdown: breakdown as Breakdown } : {}),
})

/** The whole catalogue of indicators, by key. */
export const allIndicators = async (db: Reads): Promise<Indicator[]> =>
  (await db.selectFrom('indicator').selectAll().orderBy('key').execute()).map(indicatorOf)

/** The catalogue, for everybody who is signed in. */
export const indicatorList = query('indicators.list', {
  input: z.object({}),
  handle: ({ db }): Promise<Indicator[]> => allIndicators(db),
})

/** What the rollout whose space this is reports, in order. */
export const chosenIndicators = async (db: Reads, rolloutSpaceId: string): Promise<Indicator[]> => {
  const rows = await db
    .selectFrom('rollout_indicator')
    .innerJoin('rollout', 'rollout.id', 'rollout_indicator.rollout_id')
    .innerJoin('indicator', 'indicator.id', 'rollout_indicator.indicator_id')
    .selectAll('indicator')
    .where('rollout.space_id', '=', rolloutSpaceId)
    .orderBy('rollout_indicator.position')
    .execute()
  return rows.map(indicatorOf)
}

/** The same, ids only. */
export const chosenIndicatorIds = async (db: Reads, rolloutSpaceId: string): Promise<string[]> =>
  (await chosenIndicators(db, rolloutSpaceId)).map((indicator) => indicator.id)
