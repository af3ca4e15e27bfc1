import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { io } from 'socket.io-client'
import { Server as SocketServer } from 'socket.io'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../infra/cluster/process.ts'
import { startProxy } from '../../infra/cluster/proxy.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (let close = closing.pop(); close; close = closing.pop()) await close()
})

/** A node that says its name and repeats what it is sent. */
async function node(name: string, port: number): Promise<Server> {
  const server = createServer((request, answer) => {
    answer.setHeader('x-node', name)
    request.pipe(answer)
  })
  const sockets = new SocketServer(server, { transports: ['websocket'] })
  sockets.on('connection', (socket) => socket.emit('name', name))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => sockets.close())
  return server
}

describe('the proxy in front of the nodes', () => {
  it('[SYN2] takes them in turn, past one that is down, and takes that again when it is back', async () => {
    const [port, first, second] = [await freePort(), await freePort(), await freePort()]
    const proxy = await startProxy(port, [first, second])
    closing.push(() => proxy.close())
    const ask = async (body = '') => {
      const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
      return { node: answer.headers.get('x-node'), status: answer.status, body: await answer.text() }
    }
    expect(await ask()).toMatchObject({ status: 503 })
    await node('second', second)
    const body = 'word '.repeat(100_000)
    for (let count = 0; count < 4; count += 1) expect(await ask(body)).toEqual({ node: 'second', status: 200, body })
    await node('first', first)
    await expect.poll(async () => [(await ask()).node, (await ask()).node].toSorted()).toEqual(['first', 'second'])
  })

  it('[SYN3] passes sockets on, and ends them with their node', async () => {
    const [port, first, second] = [await freePort(), await freePort(), await freePort()]
    const proxy = await startProxy(port, [first, second])
    closing.push(() => proxy.close())
    await node('second', second)
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 10 })
    closing.push(() => socket.disconnect())
    const named = () => new Promise<string>((resolve) => socket.once('name', resolve))
    expect(await named()).toBe('second')
    await closing.splice(closing.length - 2, 1)[0]?.()
    const again = named()
    await node('first', first)
    expect(await again).toBe('first')
  })
})
