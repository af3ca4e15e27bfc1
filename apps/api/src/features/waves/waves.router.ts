import { mutation, router } from '../../transports/trpc/procedures.ts'
import { chooseWave } from './commands/choose-wave.ts'

/** Procedures of `waves`. */
export const wavesRouter = router({
  choose: mutation(chooseWave),
})
