import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createPool } from '@kolo/database'
import { WebSocketServer } from 'ws'
import { between } from './between.ts'
import type { FloorSettings } from './start.ts'

// The least honest server that tells everybody of a write, in a process of its own: one committed insert, one frame to
// each socket, made once. Takes its settings as JSON, tells its address.
const { connection, redisUrl } = JSON.parse(process.argv[2] ?? '{}') as FloorSettings
const pool = createPool(connection, { onError: () => undefined })
await pool.query('create table if not exists told (id uuid primary key, body text not null, at timestamptz not null)')
const actorId = '00000000-0000-4000-8000-000000000001'

const server = createServer((request, response) => void write(request).then(() => response.end()))
const sockets = new WebSocketServer({ server })
const tell = await between(redisUrl, (text) => {
  const frame = Buffer.from(text)
  for (const socket of sockets.clients) socket.send(frame, { binary: false })
})

async function write(request: IncomingMessage): Promise<void> {
  const { id, body } = JSON.parse(await text(request)) as { id: string; body: string }
  await pool.query({
    name: 'insert',
    text: 'insert into told (id, body, at) values ($1, $2, now())',
    values: [id, body],
  })
  const event = { type: 'message.posted', version: 1, actorId, commandId: id, at: new Date(), payload: { body } }
  tell(JSON.stringify({ events: [{ spaceId: actorId, seq: 1, ...event }] }))
}

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
