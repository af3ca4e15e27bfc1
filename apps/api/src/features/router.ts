import { router } from '../transports/trpc/procedures.ts'
import { spacesRouter } from './spaces/spaces.router.ts'
import { threadsRouter } from './threads/threads.router.ts'

/** Every procedure of the hub: a line for each noun. */
export const appRouter = router({
  spaces: spacesRouter,
  threads: threadsRouter,
})

export type AppRouter = typeof appRouter
