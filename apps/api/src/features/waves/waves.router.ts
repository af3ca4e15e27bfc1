import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { chooseWave } from './commands/choose-wave.ts'
import { unseated } from './unseated.queries.ts'

/** Procedures of `waves`. */
export const wavesRouter = router({
  choose: mutation(chooseWave),
  unseated: read(unseated),
})
