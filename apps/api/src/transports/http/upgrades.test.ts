import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dispatchUpgrades, refuseUpgrade } from './upgrades.ts'

const asks = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: hub.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`

describe('upgrades', () => {
  const uncaught: unknown[] = []
  const note = (error: unknown): void => void uncaught.push(error)
  let http: Server
  let open: number

  beforeEach(async () => {
    process.on('uncaughtException', note)
    http = createServer()
    open = 0
    http.on('connection', (socket) => {
      open += 1
      socket.on('close', () => (open -= 1))
    })
    // One that takes its time, as asking for the session does.
    dispatchUpgrades(http, {
      '/slow': (_request, socket) => void setImmediate(() => refuseUpgrade(socket, '401 Unauthorized')),
    })
    http.listen(0, '127.0.0.1')
    await once(http, 'listening')
  })
  afterEach(async () => {
    http.close()
    await once(http, 'close')
    process.off('uncaughtException', note)
  })

  /** A line on which an upgrade has been asked for, and which its peer never closes. */
  const asking = async (path: string): Promise<Socket> => {
    const { port } = http.address() as AddressInfo
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(asks(path))
    return socket
  }

  it.each(['/x', '/slow', '/socket.io/'])(
    '[SYN1] of whoever resets the line after asking for %s, nothing stays',
    async (path) => {
      for (let round = 0; round < 50; round += 1) {
        const sockets = await Promise.all(Array.from({ length: 4 }, () => asking(path)))
        // Some before the answer, some in its middle, some after it.
        for (let turn = 0; turn < round % 5; turn += 1) await new Promise(setImmediate)
        for (const socket of sockets) socket.resetAndDestroy()
      }
      await vi.waitFor(() => expect(open).toBe(0), { timeout: 10_000 })
      expect(uncaught).toEqual([])
      const late = await asking('/x')
      expect(String((await once(late, 'data'))[0])).toMatch(/^HTTP\/1\.1 404 /)
      late.destroy()
    },
  )

  it.each([
    ['/x', 404],
    ['/slow', 401],
  ])('[SYN1] who is refused %s hears %i, and the line is let go although they never close it', async (path, status) => {
    const silent = await asking(path)
    let answer = ''
    silent.on('data', (part) => (answer += String(part)))
    await once(silent, 'end')
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    await vi.waitFor(() => expect(open).toBe(0), { timeout: 10_000 })
    silent.destroy()
  })
})
