import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Hocuspocus } from '@hocuspocus/server'
import { createPool } from '@kolo/database'
import Fastify from 'fastify'
import { Server } from 'socket.io'
import { WebSocketServer } from 'ws'
import { between } from './between.ts'
import type { FloorSettings } from './start.ts'

// The least honest server that does the job, in a process of its own: one committed insert, one broadcast, no sign-in,
// no rights. Takes its settings as JSON, tells its address.
const { connection, redisUrl, scale, isFirst } = JSON.parse(process.argv[2] ?? '{}') as FloorSettings
const pool = createPool(connection, { onError: () => undefined })
if (isFirst) await fill()

/** What is read of it. */
async function fill(): Promise<void> {
  await pool.query('create table note (id uuid primary key, body text not null, at timestamptz not null)')
  await pool.query(`create table item (id uuid primary key, title text not null, description text not null, column_id uuid not null,
    "order" text not null, assignee_ids uuid[] not null, due_on date, created_by uuid not null, created_at timestamptz not null)`)
  await pool.query(`insert into item select uuidv7(), 'Task number ' || n, '', '00000000-0000-4000-8000-000000000000',
    lpad(n::text, 6, '0'), '{}', null, '00000000-0000-4000-8000-000000000001', now() from generate_series(1, ${1_000 * scale}) n`)
  await pool.query(`create table happened (seq bigint primary key, type text not null, version int not null, actor_id uuid not null,
    command_id uuid not null, at timestamptz not null, payload jsonb not null)`)
  await pool.query(`insert into happened select n, 'message.posted', 1, uuidv7(), uuidv7(), now(),
    jsonb_build_object('threadId', uuidv7(), 'messageId', uuidv7(), 'number', n, 'body', repeat('word ', 17), 'fileIds', '[]'::jsonb)
    from generate_series(1, 5000) n`)
}

const app = Fastify({ serverFactory: (handler) => createServer(handler) })
const io = new Server(app.server, { transports: ['websocket'], serveClient: false, destroyUpgrade: false })
const tell = await between(redisUrl, (frame) => void io.emit('note', JSON.parse(frame)))

app.post('/notes', async (request) => {
  const { id, body } = request.body as { id: string; body: string }
  await pool.query({
    name: 'insert',
    text: 'insert into note (id, body, at) values ($1, $2, now())',
    values: [id, body],
  })
  tell(JSON.stringify({ id, body }))
  return { id }
})
const items = async (): Promise<string> =>
  JSON.stringify((await pool.query({ name: 'items', text: 'select * from item' })).rows)
app.get('/items', async (_request, reply) =>
  reply
    .header('content-type', 'application/json')
    .header('content-encoding', 'gzip')
    .send(gzipSync(await items(), { level: 1 })),
)
app.get('/events', async (_request, reply) => {
  const { rows } = await pool.query({ name: 'events', text: 'select * from happened order by seq' })
  return reply
    .header('content-type', 'application/json')
    .header('content-encoding', 'gzip')
    .send(gzipSync(JSON.stringify(rows), { level: 1 }))
})
const prebuilt = gzipSync(await items(), { level: 1 })
app.get('/prebuilt', async (_request, reply) =>
  reply.header('content-type', 'application/json').header('content-encoding', 'gzip').send(prebuilt),
)

const documents = new Hocuspocus({ quiet: true })
const editors = new WebSocketServer({ noServer: true })
app.server.on('upgrade', (request, socket, head) => {
  if (!request.url?.startsWith('/collab')) return
  editors.handleUpgrade(request, socket, head, (webSocket) => {
    const connection = documents.handleConnection(webSocket, new Request(`http://floor${request.url}`))
    webSocket.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)))
    webSocket.on('close', (code: number, reason: Buffer) => connection.handleClose({ code, reason: reason.toString() }))
  })
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.((app.server.address() as AddressInfo).port)
