import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import type { AppRouter } from '@kolo/api/router'
import { demoId, type ServedHub, servedHub } from '@kolo/api/testing'
import { type MunicipalityRow, rowsPerImport } from '@kolo/domain/municipalities/municipalities'
import { commandBytes, fileCommandBytes } from '@kolo/sync'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientWith, type SignedInPerson } from '../people/person.ts'
import { connectClient, type ConnectedClient } from './faults/connected-client.ts'

const patience = { timeout: 30_000 }

describe('what is too large', () => {
  let served: ServedHub
  const open: ConnectedClient[] = []
  beforeAll(async () => {
    served = await servedHub({ demo: true })
  })
  afterAll(async () => {
    for (const each of open) each.close()
    await served.close()
    expect(served.failures).toEqual([])
  })

  const personOf = async (account: string): Promise<SignedInPerson> => {
    const cookie = await served.cookieOf(demoId(`person ${account}`))
    return { url: served.url, cookie, api: clientWith(served.url, cookie) }
  }
  const connected = async (person: SignedInPerson) => {
    const made = await connectClient(person)
    open.push(made)
    return made.client
  }
  const spaceOf = async ({ api }: SignedInPerson, wanted: string): Promise<string> =>
    (await api.spaces.mine.query({})).find(({ kind }) => kind === wanted)!.id
  const starting = (spaceId: string, title: string) => {
    const input = { spaceId, threadId: randomUUID(), title, subject: { kind: 'space' } }
    return { spaceId, name: 'thread.start', path: 'threads.start', input }
  }

  it('[SYN21] [SYN40] is refused for good, and what was written behind it in its space goes out', async () => {
    const person = await personOf('coordinator')
    const client = await connected(person)
    const spaceId = await spaceOf(person, 'stage')
    const large = client.send(starting(spaceId, 'x'.repeat(1_200_000)))
    const small = client.send(starting(spaceId, 'Behind it'))
    expect(await large).toEqual({ status: 'refused', code: 'tooLarge', details: {} })
    expect(await small).toMatchObject({ status: 'committed' })
    expect(client.outbox.items()).toMatchObject([{ state: 'refused', refusal: { code: 'tooLarge' } }])
  })

  it('[SYN21] [SYN40] is told to whoever still sends it, and to who isn’t signed in before it is read', async () => {
    const person = await personOf('coordinator')
    const body = (bytes: number) => JSON.stringify({ commandId: randomUUID(), input: 'x'.repeat(bytes) })
    const post = async (path: string, sent: string, cookie = person.cookie) => {
      const headers = { origin: served.url, 'content-type': 'application/json', cookie }
      const answer = await fetch(`${served.url}/trpc/${path}`, { method: 'POST', headers, body: sent })
      const { error } = (await answer.json()) as { error: { data: { code: string } } }
      return { status: answer.status, code: error.data.code }
    }
    const tooLarge = { status: 413, code: 'tooLarge' }
    expect(await post('threads.start', body(commandBytes))).toEqual(tooLarge)
    expect(await post('threads.start', body(3 * fileCommandBytes))).toEqual(tooLarge)
    expect(await post('municipalities.import', body(fileCommandBytes))).toEqual(tooLarge)
    expect(await post('municipalities.import', body(commandBytes))).toMatchObject({ code: 'invalid' })
    expect(await post('municipalities.import', body(commandBytes), '')).toEqual({
      status: 401,
      code: 'unauthenticated',
    })
  })

  it('[SYN21] [SYN40] is heard out: whoever is still sending reads the answer, on a connection that goes on', async () => {
    const { cookie } = await personOf('coordinator')
    const { port, host } = new URL(served.url)
    const line = connect(Number(port), '127.0.0.1')
    let heard = ''
    line.setEncoding('utf8').on('data', (text: string) => (heard += text))
    const head = `Host: ${host}\r\nOrigin: ${served.url}\r\nCookie: ${cookie}\r\n`
    const bytes = 2 * commandBytes
    line.write(
      `POST /trpc/threads.start HTTP/1.1\r\n${head}Content-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`,
    )
    await expect.poll(() => heard, patience).toContain('"code":"tooLarge"')
    line.write('x'.repeat(bytes))
    line.write(`GET /healthz HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)
    await expect.poll(() => heard, patience).toContain('"status":"alive"')
    line.destroy()
  })

  it('[SYN33] are more calls than fit into a batch, however they are written: none is done, and each is told', async () => {
    const { cookie } = await personOf('coordinator')
    const ask = async (calls: number, comma: string) => {
      const paths = Array.from({ length: calls }, () => 'sessions.current').join(comma)
      const input = encodeURIComponent(
        JSON.stringify(Object.fromEntries(Array.from({ length: calls }, (_, n) => [n, {}]))),
      )
      const answer = await fetch(`${served.url}/trpc/${paths}?batch=1&input=${input}`, { headers: { cookie } })
      return { status: answer.status, said: (await answer.json()) as unknown }
    }
    const { status, said } = await ask(10, ',')
    expect({ status, calls: (said as unknown[]).length }).toEqual({ status: 200, calls: 10 })
    const refused = { status: 413, said: { error: { data: { code: 'tooLarge', details: { limit: 10 } } } } }
    for (const comma of [',', '%2C']) expect(await ask(11, comma)).toMatchObject(refused)
    expect(await ask(11, '%252C'), 'no procedure is called that').toMatchObject({ status: 404 })
    const links = [httpBatchLink({ url: `${served.url}/trpc`, headers: { cookie }, maxItems: 11 })]
    const batching = createTRPCClient<AppRouter>({ links })
    const answers = Array.from({ length: 11 }, () => batching.sessions.current.query())
    for (const { reason } of (await Promise.allSettled(answers)) as PromiseRejectedResult[])
      expect(reason).toMatchObject({ data: { code: 'tooLarge', details: { limit: 10 } } })
  })

  it('[SYN40] isn’t a file with as many rows as may be taken over at once, however long they are', async () => {
    const person = await personOf('admin')
    const client = await connected(person)
    const spaceId = await spaceOf(person, 'network')
    // Each as long as it may be, in a script whose letters have three bytes.
    const row = (index: number): MunicipalityRow => ({
      country: 'GE',
      code: `${index}`.padStart(20, '0'),
      name: `${index}`.padEnd(120, 'თ'),
      nameLocal: `${index}`.padEnd(120, 'თ'),
      region: 'რ'.repeat(60),
      registeredVoters: 100_000_000,
      developmentLevel: 5,
      kind: null,
      languages: [],
      latitude: 41.234567,
      longitude: 44.345678,
    })
    const input = { spaceId, rows: Array.from({ length: rowsPerImport }, (_, index) => row(index)) }
    const sent = client.send({ spaceId, name: 'municipality.import', path: 'municipalities.import', input })
    expect(await sent).toMatchObject({ status: 'committed' })
    const { total } = await served.hub.db
      .selectFrom('municipality')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .where('name', 'like', '%თ')
      .executeTakeFirstOrThrow()
    expect(Number(total)).toBe(rowsPerImport)
  })
})
