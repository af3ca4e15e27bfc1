import type { Indicator } from '@kolo/domain/indicators/indicators'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** The whole catalogue of indicators, by key. */
export const allIndicators = (db: Reads): Promise<Indicator[]> =>
  db.selectFrom('indicator').selectAll().orderBy('key').execute()

/** The catalogue, for everybody who is signed in. */
export const indicatorList = query('indicators.list', {
  input: z.object({}),
  handle: ({ db }): Promise<Indicator[]> => allIndicators(db),
})

/** What the rollout whose space this is reports, in order. */
export const chosenIndicators = (db: Reads, rolloutSpaceId: string): Promise<Indicator[]> =>
  db
    .selectFrom('rollout_indicator')
    .innerJoin('rollout', 'rollout.id', 'rollout_indicator.rollout_id')
    .innerJoin('indicator', 'indicator.id', 'rollout_indicator.indicator_id')
    .selectAll('indicator')
    .where('rollout.space_id', '=', rolloutSpaceId)
    .orderBy('rollout_indicator.position')
    .execute()

/** The same, ids only. */
export const chosenIndicatorIds = async (db: Reads, rolloutSpaceId: string): Promise<string[]> =>
  (await chosenIndicators(db, rolloutSpaceId)).map((indicator) => indicator.id)
