import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../../browser/server.ts'
import { type Line, openLine } from '../../../lines/line.ts'
import { clientWith, signIn } from '../../../people/person.ts'
import { connectClient, type ConnectedClient } from '../connected-client.ts'

/** Row A4 of the quality list: a peer that is gone without a word is noticed within 45 seconds, on both sides. */
describe('a line that goes silent for good', () => {
  let server: TestServer
  let line: Line
  let silenced: ConnectedClient
  let other: ConnectedClient
  let spaceId: string

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal' } })
    const coordinator = await signIn(server.url, 'coordinator@demo.kolo.test')
    const partner = await signIn(server.url, 'partner-serbia@demo.kolo.test')
    spaceId = (await coordinator.api.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
    line = await openLine(server.url)
    const api = clientWith(line.url, partner.cookie, { patience: 1_500 })
    silenced = await connectClient({ url: line.url, cookie: partner.cookie, api })
    other = await connectClient(coordinator)
    for (const { client } of [silenced, other])
      await vi.waitUntil(() => client.open(spaceId).status() === 'ready' && client.connection() === 'live')
  })
  afterAll(async () => {
    for (const { client } of [silenced, other]) client.close()
    line.close()
    await server.stop()
  })

  it('[SYN29] [SYN30] is noticed by the client and by the server within 45 seconds', { timeout: 60_000 }, async () => {
    const soon = { timeout: 45_000, interval: 100 }
    silenced.client.announce({ spaceId, at: 'boards', typing: null })
    await expect.poll(() => other.client.open(spaceId).present().length, soon).toBe(1)
    line.be({ is: 'silent' })
    await expect.poll(() => silenced.client.connection(), soon).not.toBe('live')
    await expect.poll(() => other.client.open(spaceId).present().length, soon).toBe(0)
  })
})
