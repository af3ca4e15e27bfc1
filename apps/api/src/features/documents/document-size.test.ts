import { randomUUID } from 'node:crypto'
import { documentField } from '@kolo/editor'
import type { Pool, QueryConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type CollabServer, collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'
import { watchedPool } from '../../testing/watched-pool.ts'
import { createDocument } from './commands/create-document.ts'
import { appendUpdates, compactLog, maxDocumentBytes, noRoom } from './document-log.ts'
import { loadText } from './document-text.ts'

const patience = { timeout: 20_000, interval: 10 }
// A thousandth of what is allowed.
const most = Math.floor(maxDocumentBytes / 1_000)
const large = 1_000
const piecesThatFit = 7

let newcomers = 0xf000_0000

/** A paragraph, as it would come from somebody new; always as large, since short ids take fewer bytes. */
function piece(bytes = large): Uint8Array {
  const ydoc = new Y.Doc()
  newcomers += 1
  ydoc.clientID = newcomers
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('x'.repeat(bytes))])
  ydoc.getXmlFragment(documentField).insert(0, [paragraph])
  return Y.encodeStateAsUpdate(ydoc)
}

describe('the size of a document', () => {
  let hub: TestHub
  let server: CollabServer
  let editor: string
  let spaceId: string
  const open: Writer[] = []
  const failures: unknown[] = []
  const now = () => new Date().toISOString()

  beforeAll(async () => {
    hub = await testHub()
    server = await collabServer({
      kernel: hub.kernel,
      pool: hub.pool,
      largestDocument: most,
      onError: (error) => failures.push(error),
    })
    editor = await hub.person('Milica')
    spaceId = await hub.space('stage', { [editor]: 'editor' })
  })
  afterAll(async () => {
    for (const each of open) each.leave()
    await server.close()
    await hub.close()
    expect(failures).toEqual([])
  })

  const created = async () => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title: 'Manual' })
    return documentId
  }
  const append = (documentId: string, updates: readonly Uint8Array[], onlyRemoves = false) =>
    appendUpdates(
      hub.pool,
      documentId,
      updates.map((update) => ({ personId: editor, update, onlyRemoves })),
      now(),
      most,
    )
  const filled = async () => {
    const documentId = await created()
    for (let count = 0; count < piecesThatFit; count += 1) await append(documentId, [piece()])
    return documentId
  }
  /** What is counted, and what whoever opens it loads. */
  const bytesOf = async (documentId: string) => {
    const { rows } = await hub.pool.query<{ counted: number; loaded: number }>(
      `select bytes::int as counted, (
         coalesce((select length(state) from document_snapshot where document_id = $1 order by number desc limit 1), 0)
         + coalesce((select sum(length(update)) from document_update where document_id = $1 and number > coalesce(
             (select max(number) from document_snapshot where document_id = $1), 0)), 0)
       )::int as loaded from document_log where document_id = $1`,
      [documentId],
    )
    return rows[0]!
  }
  const enter = async (documentId: string) => {
    const entered = writer(server.url, { personId: editor, documentId })
    open.push(entered)
    const told: string[] = []
    entered.provider.on('stateless', ({ payload }: { payload: string }) => told.push(payload))
    await expect.poll(() => entered.saved(), patience).toBe(true)
    return { entered, told }
  }

  it('has an end: what goes beyond gets no number, what still fits and what takes away does', async () => {
    const documentId = await filled()
    const room = most - (await bytesOf(documentId)).counted
    expect(await append(documentId, [piece()])).toEqual([noRoom])
    expect(await append(documentId, [new Uint8Array(room), new Uint8Array(1)])).toEqual([piecesThatFit + 1, noRoom])
    expect(await append(documentId, [new Uint8Array(20)], true)).toEqual([piecesThatFit + 2])
    const { counted, loaded } = await bytesOf(documentId)
    expect(counted).toBe(most + 20)
    expect(loaded).toBe(counted)
    expect(await append(documentId, [new Uint8Array(large), new Uint8Array(large)], true)).toEqual([
      piecesThatFit + 3,
      noRoom,
    ])
  })

  it('is what is left of it: a snapshot counts anew', async () => {
    const documentId = await created()
    const ydoc = new Y.Doc()
    const updates: Uint8Array[] = []
    ydoc.on('update', (update: Uint8Array) => updates.push(update))
    for (let round = 0; round < 3; round += 1) {
      Y.applyUpdate(ydoc, piece())
      ydoc.getXmlFragment(documentField).delete(0, 1)
    }
    for (const update of updates) await append(documentId, [update])
    expect((await bytesOf(documentId)).counted).toBeGreaterThan(3 * large)
    await compactLog(hub.pool, hub.kernel.reads, documentId, now())
    await append(documentId, [piece(100)])
    const { counted, loaded } = await bytesOf(documentId)
    expect(counted).toBeLessThan(large)
    expect(loaded).toBe(counted)
  })

  it('says so where it is full: it opens, and takes nothing more', async () => {
    const documentId = await filled()
    const { entered, told } = await enter(documentId)
    expect(told).toEqual([])
    const closed = new Promise((resolve) => entered.provider.on('close', resolve))
    entered.type('y'.repeat(1_900))
    expect(await closed).toMatchObject({ event: { reason: 'documentTooLarge' } })
    const room = most - (await bytesOf(documentId)).counted
    await append(documentId, [piece(room - 120)])
    const again = await enter(documentId)
    await expect.poll(() => again.told, patience).toEqual(['{"kind":"full"}'])
    expect(again.entered.text()).not.toContain('yyy')
  })

  it('has room again once something is taken out', async () => {
    const documentId = await filled()
    const { entered } = await enter(documentId)
    entered.ydoc.getXmlFragment(documentField).delete(0, 2)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    entered.type('z'.repeat(1_900))
    await expect.poll(() => entered.saved(), patience).toBe(true)
    const { counted, loaded } = await bytesOf(documentId)
    expect(counted).toBeLessThan(most - large / 2)
    expect(loaded).toBe(counted)
  })

  it('has room for what was refused while a snapshot was being taken', async () => {
    const documentId = await filled()
    const shrink = async () => {
      const ydoc = new Y.Doc()
      await loadText(hub.kernel.reads, documentId, ydoc)
      const before = Y.encodeStateVector(ydoc)
      ydoc.getXmlFragment(documentField).delete(0, 3)
      await append(documentId, [Y.encodeStateAsUpdate(ydoc, before)], true)
      await compactLog(hub.pool, hub.kernel.reads, documentId, now())
    }
    const between = { run: async (): Promise<void> => undefined }
    const pool = afterNoRoom(hub.pool, () => between.run())
    const node = await collabServer({ kernel: hub.kernel, pool, largestDocument: most })
    const inVain = writer(node.url, { personId: editor, documentId })
    await expect.poll(() => inVain.saved(), patience).toBe(true)
    const closed = new Promise((resolve) => inVain.provider.on('close', resolve))
    inVain.type('y'.repeat(1_900))
    expect(await closed).toMatchObject({ event: { reason: 'documentTooLarge' } })
    inVain.leave()
    between.run = shrink
    const again = writer(node.url, { personId: editor, documentId })
    await expect.poll(() => again.saved(), patience).toBe(true)
    again.type('z'.repeat(1_900))
    await expect.poll(() => again.saved(), patience).toBe(true)
    again.leave()
    await node.close()
  })

  it('has room although a snapshot failed: nobody is sent away for good who would have fitted', async () => {
    const documentId = await filled()
    const { entered } = await enter(documentId)
    entered.ydoc.getXmlFragment(documentField).delete(0, 2)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    entered.leave()
    let toFail = 2
    const pool = watchedPool(hub.pool, async (text) => {
      if (text.includes('insert into document_snapshot') && toFail-- > 0) throw new Error('no space left')
    })
    const failures: unknown[] = []
    const node = await collabServer({
      kernel: hub.kernel,
      pool,
      largestDocument: most,
      onError: (error) => failures.push(error),
    })
    const again = writer(node.url, { personId: editor, documentId })
    await expect.poll(() => again.saved(), patience).toBe(true)
    again.type('z'.repeat(1_900))
    await expect.poll(() => again.saved() || again.standing(), patience).toBe(true)
    expect(failures.map(String)).toEqual(Array(2).fill('Error: no space left'))
    again.leave()
    await node.close()
  })
})

/** A pool that does something whenever the log had no room, before anybody hears of it. */
function afterNoRoom(pool: Pool, work: () => Promise<void>): Pool {
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value
      return async (asked: QueryConfig | string, values?: unknown[]) => {
        const result = await target.query<{ number?: number }>(asked, values)
        if (result.rows.some(({ number }) => number === noRoom)) await work()
        return result
      }
    },
  })
}
