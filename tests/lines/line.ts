import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pass } from 'node:timers/promises'

/**
 * What a line on loopback does. *Silent*: nothing comes through any more, not even that a peer has hung up, as behind a
 * router that forgot the connection; *deaf*: the same for what comes back, while what is sent still arrives; *cut*:
 * connections are ended and none is taken.
 */
export type LineState =
  | { readonly is: 'open' | 'silent' | 'deaf' | 'cut' }
  | { readonly is: 'slow'; readonly milliseconds: number }
  | { readonly is: 'narrow'; readonly bytesPerSecond: number }

/** A line to a server, of which the peers know nothing. */
export type Line = {
  /** The server's address, by this line. */
  readonly url: string
  /** From now on it is like this. Opened again, it ends the connections on which something was lost. */
  be(state: LineState): void
  close(): void
}

/** Who hung up: whoever opened the connection, or the server. */
export type Peer = 'client' | 'server'

type Way = { readonly from: Peer; readonly losing: readonly LineState['is'][] }
type Pair = { readonly end: () => void; lost: boolean }

/** Opens a line to a server on loopback; `hungUp` hears of each connection that a peer has ended. */
export async function openLine(to: string, hungUp: (by: Peer) => void = () => undefined): Promise<Line> {
  const { port, protocol } = new URL(to)
  let state: LineState = { is: 'open' }
  const pairs = new Set<Pair>()

  const server = createServer((near) => {
    if (state.is === 'cut') {
      near.destroy()
      return
    }
    const far = connect(Number(port), '127.0.0.1')
    const pair: Pair = {
      lost: false,
      end: () => {
        near.destroy()
        far.destroy()
        pairs.delete(pair)
      },
    }
    pairs.add(pair)
    carry(pair, near, far, { from: 'client', losing: ['silent'] })
    carry(pair, far, near, { from: 'server', losing: ['silent', 'deaf'] })
  })

  /** One direction; what has set out arrives in order, whatever becomes of the line meanwhile. */
  const carry = (pair: Pair, from: Socket, onto: Socket, way: Way): void => {
    let before: Promise<unknown> = Promise.resolve()
    let lost = false
    from.on('data', (data) => {
      // Nothing follows what was lost: a stream has no holes.
      lost ||= way.losing.includes(state.is)
      if (lost) {
        pair.lost = true
        return
      }
      const takes = takenFor(state, data.length)
      before = before.then(() => (takes > 0 ? pass(takes) : undefined)).then(() => onto.write(data))
    })
    from.on('error', () => undefined)
    from.on('close', () => {
      if (!pairs.has(pair)) return
      hungUp(way.from)
      // The other one goes on waiting for a peer that is gone.
      if (way.losing.includes(state.is)) pair.lost = true
      else pair.end()
    })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  return {
    url: `${protocol}//127.0.0.1:${address.port}`,
    be(next) {
      state = next
      const loses = next.is === 'silent' || next.is === 'deaf'
      for (const pair of pairs) if (next.is === 'cut' || (!loses && pair.lost)) pair.end()
    },
    close() {
      server.close()
      for (const pair of pairs) pair.end()
    },
  }
}

function takenFor(state: LineState, bytes: number): number {
  if (state.is === 'slow') return state.milliseconds
  return state.is === 'narrow' ? (bytes / state.bytesPerSecond) * 1000 : 0
}
