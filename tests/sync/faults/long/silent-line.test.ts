import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../../browser/server.ts'
import { type Line, openLine } from '../../../lines/line.ts'
import { clientWith, signIn, type SignedInPerson } from '../../../people/person.ts'
import { connectClient, type ConnectedClient } from '../connected-client.ts'
import { openDocument } from './open-document.ts'

const limit = 45_000
const patience = 90_000

/** Goes silent; expects each of these to be so within the limit, and prints after how many seconds it was. */
async function expectNoticed(line: Line, noticed: Readonly<Record<string, () => boolean>>): Promise<void> {
  const silentSince = performance.now()
  line.be({ is: 'silent' })
  const late = await Promise.all(
    Object.entries(noticed).map(async ([who, hasNoticed]) => {
      const inTime = vi.waitUntil(hasNoticed, { timeout: patience, interval: 50 })
      const took = await inTime.then(
        () => performance.now() - silentSince,
        () => Infinity,
      )
      process.stdout.write(`silence → noticed by ${who}: ${(took / 1000).toFixed(1)} s\n`)
      return took > limit ? [who] : []
    }),
  )
  expect(late.flat(), 'who noticed late').toEqual([])
}

/** Row A4 of the quality list: a peer that is gone without a word is noticed within 45 seconds, on both sides. */
describe('a line that goes silent for good', () => {
  let server: TestServer
  let coordinator: SignedInPerson
  let partner: SignedInPerson
  let spaceId: string
  const ends: (() => void)[] = []

  beforeAll(async () => {
    server = await startServer({ env: { LOG_LEVEL: 'fatal' } })
    coordinator = await signIn(server.url, 'coordinator@demo.kolo.test')
    partner = await signIn(server.url, 'partner-serbia@demo.kolo.test')
    spaceId = (await coordinator.api.spaces.mine.query({})).find(({ kind }) => kind === 'stage')!.id
  })
  afterAll(async () => {
    for (const end of ends) end()
    await server.stop()
  })

  it('[SYN29] [SYN30] is noticed by a page and by the server within 45 seconds', async () => {
    const line = await openLine(server.url)
    const api = clientWith(line.url, partner.cookie, { patience: 1_500 })
    const silenced = await connectClient({ url: line.url, cookie: partner.cookie, api })
    const other = await connectClient(coordinator)
    ends.push(silenced.close, other.close, line.close)
    const isThere = ({ client }: ConnectedClient) =>
      client.open(spaceId).status() === 'ready' && client.connection() === 'live'
    await vi.waitUntil(() => isThere(silenced) && isThere(other), { timeout: patience })
    silenced.client.announce({ spaceId, at: 'boards', typing: null })
    const present = (): number => other.client.open(spaceId).present().length
    await vi.waitUntil(() => present() === 1, { timeout: patience })
    await expectNoticed(line, {
      'the page': () => silenced.client.connection() !== 'live',
      'the server': () => present() === 0,
    })
  })

  it('[SYN29] is noticed by an open document and by the server within 45 seconds', async () => {
    const documentId = randomUUID()
    await coordinator.api.documents.create.mutate({
      commandId: randomUUID(),
      input: { spaceId, documentId, title: 'Silence' },
    })
    let serverHungUp = false
    // Nothing but the document goes over it, and carets expire by themselves: who hung up tells.
    const line = await openLine(server.url, (by) => (serverHungUp ||= by === 'server'))
    const page = openDocument(line.url, coordinator.cookie, documentId)
    ends.push(page.close, line.close)
    await vi.waitUntil(() => page.isSynced(), { timeout: patience })
    serverHungUp = false
    await expectNoticed(line, {
      'the open document': () => !page.isConnected(),
      'the server of documents': () => serverHungUp,
    })
  })
})
