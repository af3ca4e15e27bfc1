import { once } from 'node:events'
import { connect } from 'node:net'
import { protocolVersion, socketPath } from '@kolo/sync'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { ensureInstallation } from '../kernel/genesis.ts'
import { demoId, servedHub } from '../testing/served.ts'
import { writer } from '../testing/collab.ts'
import { serve } from './serve.ts'

describe('a server that stops', () => {
  it('[SYN2] waits for no line that others keep open, and lets nobody in again who comes back at once', async () => {
    const served = await servedHub({ demo: true })
    const { url } = served
    const cookie = await served.cookieOf(demoId('person coordinator'))
    const { port } = new URL(url)
    // As browsers do, ahead of a request that may never come.
    const silent = connect(Number(port), '127.0.0.1')
    silent.resume()
    await once(silent, 'connect')
    const socket = io(url, {
      path: socketPath,
      transports: ['websocket'],
      auth: { version: protocolVersion },
      extraHeaders: { cookie, origin: url },
      reconnectionDelay: 1,
      reconnectionDelayMax: 1,
      randomizationFactor: 0,
    })
    await new Promise<void>((done) => socket.once('connect', done))
    const editor = writer(`${url.replace('http', 'ws')}/collab`, {
      personId: '',
      documentId: demoId('document research design note'),
      origin: url,
      cookie,
    })
    await expect.poll(() => editor.saved(), { timeout: 30_000 }).toBe(true)
    const ended = once(silent, 'close')

    await served.close()
    await ended
    expect(served.failures).toEqual([])
    socket.disconnect()
    editor.leave()
  })
})

describe('a server whose port is taken', () => {
  it('says so and leaves nothing behind', async () => {
    const served = await servedHub({ demo: false })
    const { hub, url, failures } = served
    const inUse = (): number => hub.pool.totalCount - hub.pool.idleCount
    await expect.poll(inUse).toBe(1)
    const taken = { ...hub, env: { ...hub.env, port: Number(new URL(url).port) } }
    const installation = await ensureInstallation(hub.pool, { demo: false, now: new Date().toISOString() })
    const second = serve(taken, { installation, production: false, fresh: false }, (error) => failures.push(error))
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await expect.poll(inUse).toBe(1)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await served.close()
    expect(failures).toEqual([])
  })
})
