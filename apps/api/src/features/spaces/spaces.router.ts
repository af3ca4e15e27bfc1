import { read, router } from '../../transports/trpc/procedures.ts'
import { mySpaces, spaceEvents, spaceSnapshot } from './spaces.queries.ts'

/** Procedures of `spaces`. */
export const spacesRouter = router({
  mine: read(mySpaces),
  snapshot: read(spaceSnapshot),
  events: read(spaceEvents),
})
