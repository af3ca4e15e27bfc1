import { once } from 'node:events'
import { connect } from 'node:net'
import { protocolVersion, socketPath } from '@kolo/sync'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { demoId, servedHub } from '../testing/served.ts'
import { writer } from '../testing/collab.ts'

describe('a server that stops', () => {
  it('waits for no line that others keep open, and lets nobody in again who comes back at once', async () => {
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
