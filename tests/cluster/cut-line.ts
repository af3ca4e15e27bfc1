import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line on loopback that can go silent in one direction, without anybody being told. */
export type CutLine = {
  readonly port: number
  /** From now on nothing comes back, and what is sent still arrives. */
  silence(): void
  mend(): void
  close(): void
}

/** Opens a line to a port. */
export async function cutLine(to: number): Promise<CutLine> {
  let silent = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    near.on('data', (data) => far.write(data))
    far.on('data', (data) => void (silent || near.write(data)))
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The line has no port.')
  return {
    port: address.port,
    silence: () => (silent = true),
    mend: () => (silent = false),
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
