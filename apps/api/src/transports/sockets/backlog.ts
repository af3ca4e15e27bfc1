import type { Socket } from 'socket.io'

/** What the hub has to know of a packet under the frames of Socket.IO. */
type Packet = { readonly data?: string | Buffer | ArrayBuffer }

const sizeOf = ({ data }: Packet): number => (typeof data === 'string' ? data.length : (data?.byteLength ?? 0))

/**
 * Cuts a connection off where more than `most` bytes still wait for a peer who doesn't read. Nothing is lost: what is pushed is a
 * hint, and whoever comes back catches up by seq.
 */
export function boundBacklog({ conn }: Pick<Socket, 'conn'>, most: number): void {
  let waiting = 0
  conn.on('packetCreate', (packet: Packet) => {
    // What waited before: one large packet is nobody's fault. Discarding it all: closing politely would wait for the peer.
    if (waiting > most) conn.close(true)
    waiting += sizeOf(packet)
  })
  // Called when what waited goes to the operating system, which takes more only once the peer has read.
  conn.on('flush', () => {
    waiting = 0
  })
}
