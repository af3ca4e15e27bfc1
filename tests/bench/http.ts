import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { gunzipSync, zstdDecompressSync } from 'node:zlib'

/** What came back, and how many bytes of it travelled. */
export type Reply = { readonly status: number; readonly text: string; readonly wireBytes: number }

/** The least client that keeps its connections: what is measured is the server. */
export type Client = {
  get(path: string): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  /** Runs a command of the hub; throws unless it is committed. */
  command(path: string, input: unknown, commandId?: string): Promise<void>
  close(): void
}

/** Makes a client of a server, or of several in turn, for a session or without one. */
export function clientOf(urls: readonly string[], cookie?: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  let turn = 0
  const headers = {
    // What a browser of today accepts.
    'accept-encoding': 'gzip, deflate, br, zstd',
    'content-type': 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
  }
  const send = (method: 'GET' | 'POST', path: string, body?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const url = urls[turn++ % urls.length] ?? ''
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
      const sent = request(
        `${url}${path}`,
        { method, agent, headers: { origin: url, ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const text = plain(bytes, response.headers['content-encoding']).toString()
            resolve({ status: response.statusCode ?? 0, text, wireBytes: bytes.length })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const post = (path: string, body: unknown): Promise<Reply> => send('POST', path, JSON.stringify(body))
  return {
    get: (path) => send('GET', path),
    post,
    async command(path, input, commandId = randomUUID()) {
      const { status, text } = await post(`/trpc/${path}`, { commandId, input })
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
    },
    close: () => agent.destroy(),
  }
}

function plain(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'zstd') return zstdDecompressSync(bytes)
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes
}

/** How long one thing took, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Does a thing `count` times, one after the other; before that a quarter as often uncounted, since a server that has been
 * running for a while is measured, ours and the floor's alike.
 */
export async function repeated(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const took: number[] = []
  for (let index = 0; index < count / 4; index += 1) await work(index)
  for (let index = 0; index < count; index += 1) took.push(await timed(() => work(index)))
  return took
}

/** Lets `clients` do a thing again and again for some time; gives how long each took, and how many were done per second. */
export async function load(
  clients: number,
  milliseconds: number,
  work: (client: number) => Promise<unknown>,
): Promise<{ took: number[]; perSecond: number }> {
  const took: number[] = []
  const started = performance.now()
  const until = started + milliseconds
  const each = async (client: number): Promise<void> => {
    while (performance.now() < until) took.push(await timed(() => work(client)))
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => each(client)))
  return { took, perSecond: (took.length * 1000) / (performance.now() - started) }
}
