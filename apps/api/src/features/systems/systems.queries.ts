import type { System } from '@kolo/domain/systems/systems'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** The whole catalogue of systems, by key. */
export const allSystems = (db: Reads): Promise<System[]> =>
  db.selectFrom('system').select(['id', 'key', 'name', 'about']).orderBy('key').execute()

/** The catalogue, for everybody who is signed in. */
export const systemList = query('systems.list', {
  input: z.object({}),
  handle: ({ db }): Promise<System[]> => allSystems(db),
})
