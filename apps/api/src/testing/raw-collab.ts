import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { schemaVersion } from '@kolo/editor'
import WebSocket from 'ws'

/** The kinds of frames of Hocuspocus that tests write by hand. */
export const frameKinds = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const

const textOf = (text: string): Buffer => {
  const bytes = Buffer.from(text)
  if (bytes.length > 127) throw new Error('Longer texts need more than one byte of length.')
  return Buffer.from([bytes.length, ...bytes])
}

/** A frame as a browser would never put it together. */
export const rawFrame = (name: string, ...bytes: readonly number[]): Buffer =>
  Buffer.concat([textOf(name), Buffer.from(bytes)])

/** Asks to open a document, under its name or another one of the same. */
export const entryFrame = (name: string): Buffer => rawFrame(name, frameKinds.auth, 0, ...textOf(String(schemaVersion)))

/** Says that one has nothing: whoever hears it tells everything. */
export const nothingFrame = (name: string): Buffer => rawFrame(name, frameKinds.sync, 0, 1, 0)

const headersOf = (personId: string) => ({ cookie: `person=${personId}`, origin: 'http://hub.test' })

/** A line of a person with whatever program; `close` is when and why it ended. */
export type RawLine = {
  readonly ws: WebSocket
  /** Frames that have come, without their document's name. */
  readonly frames: Buffer[]
  readonly closed: Promise<number>
}

/** Opens such a line, and on it the documents of these names. */
export async function rawLine(url: string, personId: string, names: readonly string[] = []): Promise<RawLine> {
  const ws = new WebSocket(url, { headers: headersOf(personId) })
  const frames: Buffer[] = []
  ws.on('message', (data: Buffer) => frames.push(data.subarray(1 + (data[0] ?? 0))))
  ws.on('error', () => undefined)
  const closed = new Promise<number>((resolve) => ws.once('close', resolve))
  await new Promise((resolve, reject) => {
    ws.once('open', resolve)
    ws.once('error', reject)
  })
  for (const name of names) ws.send(entryFrame(name))
  return { ws, frames, closed }
}

/** Asks for a line over plain TCP, and sends `more` with it, without waiting for an answer. */
export function rawUpgrade(url: string, personId: string, more: Uint8Array): Socket {
  const { port, hostname, pathname } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname })
  const headers = { Host: 'hub.test', ...headersOf(personId), Connection: 'Upgrade', Upgrade: 'websocket' }
  const key = { 'Sec-WebSocket-Key': randomBytes(16).toString('base64'), 'Sec-WebSocket-Version': '13' }
  const lines = Object.entries({ ...headers, ...key }).map(([name, value]) => `${name}: ${value}`)
  socket.on('error', () => undefined)
  socket.write(Buffer.concat([Buffer.from(`GET ${pathname} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), more]))
  return socket
}
