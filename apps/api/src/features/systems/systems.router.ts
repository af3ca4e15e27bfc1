import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { importSystems } from './commands/import-systems.ts'
import { systemList } from './systems.queries.ts'

/** Procedures of `systems`. */
export const systemsRouter = router({
  import: mutation(importSystems, { takesFile: true }),
  list: read(systemList),
})
