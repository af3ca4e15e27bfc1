import { read, router } from '../../transports/trpc/procedures.ts'
import { mySpaces, spaceActivity, spaceEvents, spaceSnapshot } from './spaces.queries.ts'

/** Procedures of `spaces`. */
export const spacesRouter = router({
  mine: read(mySpaces),
  snapshot: read(spaceSnapshot),
  events: read(spaceEvents),
  activity: read(spaceActivity),
})
