import type { Beacon } from '@kolo/sync'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Grant, headsOf, spacesOf } from './grants.ts'
import { type HubIo, type HubSocket, roomOf, socketsOf, spacesOfSocket } from './hub-io.ts'
import type { LogEnds } from './log-ends.ts'
import type { PresenceBoard } from './presence.ts'

/** Who hears what: a room for each space, in which are those sockets whose people are in the space. */
export type Rooms = {
  /** Lets a socket into the rooms of those spaces that its person is in; gives them with their heads. */
  join(
    socket: HubSocket,
    spaceIds: readonly string[],
  ): Promise<{ readonly still: readonly string[]; readonly beacon: Beacon }>
  /**
   * A grant may have ended: its person hears nothing more of the space from this very moment. Then the table is asked;
   * whoever still belongs is let in again and told where the space stands.
   */
  withdraw(grant: Grant): void
  /** What those in the rooms were granted. */
  granted(): Grant[]
}

type Joining = { readonly personId: string; isOvertaken: boolean }
type Withdrawn = { readonly sockets: Set<HubSocket>; rounds: number }

/** Makes the rooms of this node's sockets. */
export function hubRooms(by: {
  readonly io: HubIo
  readonly kernel: Kernel
  readonly presence: PresenceBoard
  readonly ends: LogEnds
  readonly onError: (error: unknown) => void
}): Rooms {
  const { io, kernel, presence, ends } = by
  const joinings = new Set<Joining>()
  const withdrawn = new Map<string, Withdrawn>()

  const readEnds = async (spaceIds: readonly string[]): Promise<Beacon> => {
    const beacon = await headsOf(kernel.reads, spaceIds)
    for (const [spaceId, end] of Object.entries(beacon.heads)) ends.read(spaceId, end)
    return beacon
  }
  const join = async (socket: HubSocket, spaceIds: readonly string[], joining: Joining) => {
    joining.isOvertaken = false
    const still = await spacesOf(kernel.reads, joining.personId, spaceIds)
    if (joining.isOvertaken) return undefined
    // Joining first closes the gap between reading the heads and hearing the next event.
    void socket.join(still.map(roomOf))
    const beacon = await readEnds(still)
    return joining.isOvertaken ? undefined : { still, beacon }
  }
  const settle = async (key: string, { personId, spaceId }: Grant): Promise<void> => {
    const found = withdrawn.get(key)
    const rounds = found?.rounds
    const still = await spacesOf(kernel.reads, personId, [spaceId])
    // Another has come meanwhile: what was read may be older than that.
    if (!found || found.rounds !== rounds) return
    withdrawn.delete(key)
    if (still.length === 0) return close({ personId, spaceId })
    const back = [...found.sockets].filter(({ connected }) => connected)
    for (const socket of back) void socket.join(roomOf(spaceId))
    const beacon = await readEnds(still)
    for (const socket of back) socket.emit('beacon', beacon)
  }
  const close = ({ personId, spaceId }: Grant): void => {
    for (const socket of socketsOf(io, personId)) {
      presence.leave(socket.id, spaceId)
      void socket.leave(roomOf(spaceId))
      socket.emit('revoked', { spaceId })
    }
  }
  return {
    async join(socket, spaceIds) {
      const joining = { personId: socket.data.personId, isOvertaken: false }
      joinings.add(joining)
      try {
        // What was read before a grant ended is read again.
        for (;;) {
          const joined = await join(socket, spaceIds, joining)
          if (joined) return joined
        }
      } finally {
        joinings.delete(joining)
      }
    },
    withdraw(grant) {
      const { personId, spaceId } = grant
      for (const joining of joinings) if (joining.personId === personId) joining.isOvertaken = true
      const key = `${personId} ${spaceId}`
      const found = withdrawn.get(key) ?? { sockets: new Set(), rounds: 0 }
      withdrawn.set(key, found)
      found.rounds += 1
      for (const socket of socketsOf(io, personId)) {
        if (!socket.rooms.has(roomOf(spaceId))) continue
        found.sockets.add(socket)
        void socket.leave(roomOf(spaceId))
      }
      settle(key, grant).catch((error: unknown) => {
        withdrawn.delete(key)
        by.onError(error)
        // Nobody knows what they may still hear: they come back, and are asked again.
        for (const socket of socketsOf(io, personId)) socket.disconnect(true)
      })
    },
    granted: () =>
      [...io.sockets.sockets.values()].flatMap((socket) =>
        spacesOfSocket(socket).map((spaceId) => ({ personId: socket.data.personId, spaceId })),
      ),
  }
}
