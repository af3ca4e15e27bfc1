import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { protocolVersion, socketPath } from '@kolo/sync'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type ServedSockets, servedSockets, trustCookie } from './served-sockets.fixture.ts'

const soon = { timeout: 30_000 }
const hello = JSON.stringify({ version: protocolVersion })

describe('handshakes', () => {
  let served: ServedSockets
  let asked = 0
  let underWay = 0
  let most = 0
  /** Holds the answers back until the test lets go. */
  let answers = Promise.resolve()
  const lines: WebSocket[] = []

  beforeAll(async () => {
    served = await servedSockets({
      async authenticate(headers) {
        asked += 1
        underWay += 1
        most = Math.max(most, underWay)
        await answers
        underWay -= 1
        return trustCookie(headers)
      },
    })
  })
  afterEach(() => {
    for (const line of lines.splice(0)) line.terminate()
    served.disconnectAll()
    ;[asked, most] = [0, 0]
  })
  afterAll(() => served.close())

  /** A line without the client's manners; gives what it is told. */
  const lineOf = async (cookie = `person=nobody`) => {
    const url = `${served.url.replace('http', 'ws')}${socketPath}/?EIO=4&transport=websocket`
    const line = new WebSocket(url, { headers: { origin: 'http://hub.test', cookie } })
    lines.push(line)
    const told: string[] = []
    line.on('message', (data: Buffer) => told.push(data.toString()))
    await once(line, 'open')
    return { line, told }
  }
  const isClosed = ({ line }: { readonly line: WebSocket }) => line.readyState === WebSocket.CLOSED

  it('[SYN1] [SYN33] end the line of whoever has no session, who is told so first', async () => {
    const stranger = await lineOf()
    stranger.line.send(`40${hello}`)
    await expect.poll(() => isClosed(stranger), soon).toBe(true)
    expect(stranger.told.at(-1)).toMatch(/^44.*"unauthenticated"/)
    expect(asked).toBe(1)
  })

  it('[SYN33] are one on each line: the database is asked once, however often they are sent', async () => {
    const stranger = await lineOf()
    for (let time = 0; time < 100; time += 1) stranger.line.send(`40${hello}`)
    await expect.poll(() => isClosed(stranger), soon).toBe(true)
    expect(asked).toBe(1)
  })

  it('[SYN33] to rooms that nobody has end the line, before and behind the one that is good', async () => {
    const personId = await served.hub.person()
    const [before, behind] = [await lineOf(), await lineOf(`person=${personId}`)]
    behind.line.send(`40${hello}`)
    await expect.poll(() => behind.told.some((frame) => frame.startsWith('40')), soon).toBe(true)
    for (const { line } of [before, behind]) for (let time = 0; time < 100; time += 1) line.send('40/elsewhere,')
    await expect.poll(() => isClosed(before) && isClosed(behind), soon).toBe(true)
  })

  it('[SYN33] of one network are looked up a few at a time, and all come in', async () => {
    let letGo = (): void => undefined
    answers = new Promise((resolve) => (letGo = resolve))
    const personId = await served.hub.person()
    const sockets = Array.from({ length: 20 }, () => served.socketOf(personId))
    await expect.poll(() => underWay, soon).toBe(4)
    letGo()
    await expect.poll(() => sockets.every(({ connected }) => connected), soon).toBe(true)
    expect([asked, most]).toEqual([20, 4])
  })

  it('[SYN42] of a page whose person is another than who is signed in are refused', async () => {
    const [signedIn, other] = [await served.hub.person(), await served.hub.person()]
    const told = async (personId: string) => {
      const socket = served.socketOf(signedIn, { version: protocolVersion, personId })
      return new Promise((resolve) => {
        socket.on('connect', () => resolve('connected'))
        socket.on('connect_error', ({ message }) => resolve(message))
      })
    }
    expect([await told(signedIn), await told(other)]).toEqual(['connected', 'unauthenticated'])
  })

  it('[SYN35] name the server’s protocol to whoever speaks another', async () => {
    for (const version of [protocolVersion - 1, protocolVersion + 1, undefined]) {
      const socket = served.socketOf(randomUUID(), { version })
      const error = await new Promise((resolve) => socket.on('connect_error', resolve))
      expect(error).toMatchObject({ message: 'versionMismatch', data: { version: protocolVersion } })
    }
    expect(asked).toBe(0)
  })
})
