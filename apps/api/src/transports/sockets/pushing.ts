import type { Envelope } from '@kolo/domain/events/envelope'
import { memberLeft } from '@kolo/domain/spaces/spaces.events'
import type { Hints } from './hints.ts'
import { type HubIo, roomOf } from './hub-io.ts'
import type { LogEnds } from './log-ends.ts'
import type { Rooms } from './rooms.ts'

/** What a commit sets in motion. */
export type Pushing = { readonly io: HubIo; readonly rooms: Rooms; readonly ends: LogEnds; readonly hints: Hints }

/** No frame with events is larger, in bytes. */
export const pushedFrameBytes = 256 * 1024
// As much at once as whoever reads all the time has room for.
const pushedBytes = 4 * pushedFrameBytes

/** Pushes committed events to those who are in their spaces. */
export function push(pushing: Pushing, events: readonly Envelope[]): void {
  for (const [spaceId, ofSpace] of Map.groupBy(events, (event) => event.spaceId)) {
    pushSpace(pushing, spaceId, ofSpace)
    pushing.hints.later(spaceId)
  }
}

/**
 * In frames, up to what is too large alone or together: whoever is behind sees so by the beacon. Who leaves hears that
 * they left, and nothing after it.
 */
function pushSpace({ io, rooms, ends }: Pushing, spaceId: string, events: readonly Envelope[]): void {
  let frame: Envelope[] = []
  let [inFrame, inAll, fits] = [0, 0, true]
  let behind = ends.told(spaceId, events)
  const send = (): void => {
    if (frame.length > 0) io.to(roomOf(spaceId)).emit('events', { events: frame, behind })
    behind = frame.at(-1)?.commandId ?? behind
    ;[frame, inFrame] = [[], 0]
  }
  for (const event of events) {
    const bytes = Buffer.byteLength(JSON.stringify(event))
    inAll += bytes
    fits &&= bytes <= pushedFrameBytes && inAll <= pushedBytes
    if (fits) {
      if (inFrame + bytes > pushedFrameBytes) send()
      frame.push(event)
      inFrame += bytes
    }
    if (event.type !== memberLeft.type) continue
    send()
    rooms.withdraw({ personId: String(event.payload['personId']), spaceId })
  }
  send()
}
