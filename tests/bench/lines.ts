import { protocolVersion, socketPath } from '@kolo/sync'
import { WebSocket } from 'ws'
import type { Member } from './crowd.ts'
import type { Stage } from './stage.ts'

/** A socket that costs its reader next to nothing: what is measured is the server. */
export type Line = { hear: (text: string) => void; close(): void }

const atOnce = 100

/** Opens many sockets, some at a time. */
export async function openLines(count: number, open: (index: number) => Promise<Line>): Promise<Line[]> {
  const lines: Line[] = []
  while (lines.length < count) {
    const some = Math.min(atOnce, count - lines.length)
    lines.push(...(await Promise.all(Array.from({ length: some }, (_, index) => open(lines.length + index)))))
  }
  return lines
}

/** A socket of the hub, on each node in turn, subscribed to the space: the words of Socket.IO without its client. */
export function hubLine({ hub, spaceId, crowd }: Stage, index: number): Promise<Line> {
  const { cookie } = crowd[index % crowd.length] as Member
  const url = hub.urls[index % hub.urls.length] ?? ''
  const address = `${url.replace('http', 'ws')}${socketPath}/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { origin: url, cookie } })
  return new Promise((resolve, reject) => {
    const line = lineOn(socket)
    const answers: readonly (readonly [string, (text: string) => void])[] = [
      ['2', () => socket.send('3')],
      ['0', () => socket.send(`40${JSON.stringify({ version: protocolVersion })}`)],
      ['40', () => socket.send(`420${JSON.stringify(['subscribe', { spaceIds: [spaceId] }])}`)],
      ['430', () => resolve(line)],
      ['44', (text) => reject(new Error(`The hub lets nobody in: ${text}`))],
      ['42', (text) => line.hear(text)],
    ]
    socket.on('error', reject)
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      const kind = /^(?:2$|0|40|430|44|42)/.exec(text)?.[0]
      answers.find(([word]) => word === kind)?.[1](text)
    })
  })
}

/** A socket of the bare floor. */
export function bareLine(url: string): Promise<Line> {
  const socket = new WebSocket(url.replace('http', 'ws'))
  return new Promise((resolve, reject) => {
    const line = lineOn(socket)
    socket.on('error', reject)
    socket.on('open', () => resolve(line))
    socket.on('message', (data: Buffer) => line.hear(data.toString()))
  })
}

function lineOn(socket: WebSocket): Line {
  return { hear: () => undefined, close: () => socket.terminate() }
}
