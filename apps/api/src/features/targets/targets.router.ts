import { mutation, router } from '../../transports/trpc/procedures.ts'
import { setTarget } from './commands/set-target.ts'

/** Procedures of `targets`. */
export const targetsRouter = router({
  set: mutation(setTarget),
})
