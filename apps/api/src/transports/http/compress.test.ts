import { gunzipSync, zstdDecompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { compressJson } from './compress.ts'

const long = { words: 'kolo '.repeat(1_000) }
const json = { 'content-type': 'application/json' }

describe('compression', () => {
  const app = Fastify()
  compressJson(app)
  app.get('/object', async () => long)
  app.get('/response', async (_request, reply) =>
    reply.send(new Response(JSON.stringify(long), { status: 201, headers: { ...json, 'x-said': 'yes' } })),
  )
  app.get('/short', async (_request, reply) => reply.send(new Response('{}', { status: 404, headers: json })))
  app.get('/stream', async (_request, reply) =>
    reply.send(new Response('a'.repeat(5_000), { headers: { 'content-type': 'text/plain' } })),
  )
  app.get('/lines', async (_request, reply) =>
    reply.send(
      new Response('{"a":1}\n'.repeat(1_000), {
        headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      }),
    ),
  )
  afterAll(() => app.close())

  const get = (url: string, encoding?: string) =>
    app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })

  it.each(['/object', '/response'])('makes %s small for those who understand it', async (url) => {
    const { headers, rawPayload } = await get(url, 'br, gzip')
    expect(headers['content-encoding']).toBe('gzip')
    expect(headers['content-length']).toBe(String(rawPayload.length))
    expect(rawPayload.length).toBeLessThan(200)
    expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(long)
  })

  it.each(['gzip, deflate, br, zstd', 'zstd;q=0.5'])('takes the way that costs least of: %s', async (accepted) => {
    const { headers, rawPayload } = await get('/object', accepted)
    expect(headers['content-encoding']).toBe('zstd')
    expect(JSON.parse(zstdDecompressSync(rawPayload).toString())).toEqual(long)
  })

  it.each([
    ['zstd;q=0, gzip', 'gzip'],
    ['gzip; q=0.0', undefined],
  ])('takes no way that is refused: %s', async (accepted, encoding) => {
    expect((await get('/object', accepted)).headers['content-encoding']).toBe(encoding)
  })

  it('keeps status and headers of an answer', async () => {
    expect(await get('/response', 'gzip')).toMatchObject({ statusCode: 201, headers: { 'x-said': 'yes' } })
  })

  it('gives no length to what comes in pieces, which a proxy would refuse or cut elsewhere', async () => {
    const { headers, body } = await get('/lines', 'gzip')
    expect(headers['content-length']).toBeUndefined()
    expect(body).toHaveLength(8_000)
  })

  it('leaves what is short, what isn’t JSON, and whoever doesn’t ask for it alone', async () => {
    const answers = [
      await get('/short', 'gzip'),
      await get('/stream', 'gzip'),
      await get('/response'),
      await get('/object', 'br'),
    ]
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 200, 201, 200])
    expect(answers[0]!.body).toBe('{}')
    expect(answers[1]!.body).toHaveLength(5_000)
    expect(answers[2]!.json()).toEqual(long)
  })
})
