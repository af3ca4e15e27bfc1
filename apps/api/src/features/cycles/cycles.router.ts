import { mutation, router } from '../../transports/trpc/procedures.ts'
import { endCycle, setCycle } from './commands/set-cycle.ts'

/** Procedures of `cycles`. */
export const cyclesRouter = router({
  set: mutation(setCycle),
  end: mutation(endCycle),
})
