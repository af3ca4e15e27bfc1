import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { changePhase } from './commands/advance-rollout.ts'
import { createRollout } from './commands/create-rollout.ts'
import { rolloutById } from './rollouts.queries.ts'

/** Procedures of `rollouts`. */
export const rolloutsRouter = router({
  create: mutation(createRollout),
  changePhase: mutation(changePhase),
  byId: read(rolloutById),
})
