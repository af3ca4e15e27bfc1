import type { Kernel } from '../../kernel/kernel.ts'
import { headsOf } from './grants.ts'
import { type HubIo, spacesOfSocket } from './hub-io.ts'
import type { LogEnds } from './log-ends.ts'

/** Tells each socket where the spaces of its rooms stand. */
export async function sendBeacons(io: HubIo, kernel: Kernel, ends: LogEnds): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  const { epoch, heads } = await headsOf(kernel.reads, [...new Set(sockets.flatMap(spacesOfSocket))])
  for (const [spaceId, end] of Object.entries(heads)) ends.read(spaceId, end)
  for (const socket of sockets) {
    // Who came into a room meanwhile was told its head there.
    const mine = spacesOfSocket(socket).flatMap((spaceId) => {
      const head = heads[spaceId]
      return head === undefined ? [] : [[spaceId, head] as const]
    })
    socket.emit('beacon', { epoch, heads: Object.fromEntries(mine) })
  }
}
