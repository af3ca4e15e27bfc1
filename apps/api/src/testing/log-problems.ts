import type { PartName } from '@kolo/domain/events/parts'
import type { Pool } from 'pg'
import { partLoaders } from '../features/parts.ts'
import { readTogether } from '../kernel/connection.ts'
import { checkChain, checkState } from '../kernel/verify.ts'

/**
 * What is wrong with the logs of these spaces, as one moment shows them: gaps, hashes, tables that the events don't rebuild.
 * `unlogged`: parts that a test has filled past the log.
 */
export const logProblems = (
  pool: Pool,
  spaceIds: readonly string[],
  unlogged: readonly PartName[] = [],
): Promise<string[]> =>
  readTogether(pool, async (reads) => {
    const found: string[] = []
    for (const spaceId of spaceIds) {
      const { problems } = await checkChain(reads, spaceId)
      const state = await checkState(reads, partLoaders, spaceId)
      found.push(...problems, ...state.filter((problem) => !unlogged.some((name) => problem.endsWith(` ${name}`))))
    }
    return found
  })
