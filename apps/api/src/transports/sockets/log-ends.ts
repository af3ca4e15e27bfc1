import type { Envelope } from '@kolo/domain/events/envelope'
import type { LogEnd } from '@kolo/sync'
import { type HubIo, roomOf } from './hub-io.ts'

/** Where the logs of those spaces end that somebody on this node hears of, as far as has been told or read. */
export type LogEnds = {
  /** The table says where a log ends: counts unless more has been told meanwhile. */
  read(spaceId: string, end: LogEnd): void
  /** These events are told next; gives the command of the event before them, where it is known. */
  told(spaceId: string, events: readonly Envelope[]): string | undefined
}

/** Makes it for the rooms of this node: what nobody hears of any more is forgotten. */
export function logEnds({ sockets: { adapter } }: HubIo): LogEnds {
  const ends = new Map<string, LogEnd>()
  const isHeard = (spaceId: string): boolean => adapter.rooms.has(roomOf(spaceId))
  adapter.on('delete-room', (room: string) => void ends.delete(room))
  return {
    read(spaceId, end) {
      const known = ends.get(roomOf(spaceId))
      if (isHeard(spaceId) && (!known || known.seq <= end.seq)) ends.set(roomOf(spaceId), end)
    },
    told(spaceId, events) {
      const [first, last] = [events[0], events.at(-1)]
      const before = ends.get(roomOf(spaceId))
      if (last && isHeard(spaceId)) ends.set(roomOf(spaceId), { seq: last.seq, last: last.commandId })
      return first && before?.seq === first.seq - 1 ? before.last : undefined
    },
  }
}
