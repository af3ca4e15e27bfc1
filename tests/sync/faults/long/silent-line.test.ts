import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type TestServer } from '../../../browser/server.ts'
import { type Line, openLine } from '../../../lines/line.ts'
import { type Editor, editorOf } from '../../../people/editor.ts'
import { clientWith, signIn, type SignedInPerson } from '../../../people/person.ts'
import { connectClient, type ConnectedClient } from '../connected-client.ts'

const limit = 45_000
const patience = 90_000

/** Goes silent; how many milliseconds later each of these was so. */
function noticedAfter(
  line: Line,
  noticed: Readonly<Record<string, () => boolean>>,
): Promise<Readonly<Record<string, number>>> {
  const silentSince = performance.now()
  line.be({ is: 'silent' })
  const all = Object.entries(noticed).map(async ([who, hasNoticed]) => {
    await vi.waitUntil(hasNoticed, { timeout: patience, interval: 50 })
    return [who, performance.now() - silentSince] as const
  })
  return Promise.all(all).then(Object.fromEntries)
}

function expectInTime(took: Readonly<Record<string, number>>): void {
  for (const [who, milliseconds] of Object.entries(took))
    process.stdout.write(`silence → noticed by ${who}: ${(milliseconds / 1000).toFixed(1)} s\n`)
  expect(Object.entries(took).filter(([, milliseconds]) => milliseconds > limit)).toEqual([])
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
    const took = await noticedAfter(line, {
      'the page': () => silenced.client.connection() !== 'live',
      'the server': () => present() === 0,
    })
    expectInTime(took)
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
    const editor: Editor = editorOf(line.url, coordinator.cookie, documentId)
    ends.push(editor.close, line.close)
    editor.write('The last that was heard.')
    await vi.waitUntil(() => editor.saved(), { timeout: patience })
    serverHungUp = false
    const took = await noticedAfter(line, {
      'the open document': () => !editor.saved(),
      'the server of documents': () => serverHungUp,
    })
    expectInTime(took)
  })
})
