import { randomUUID } from 'node:crypto'
import { documentField } from '@kolo/editor'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { type CollabServer, collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'

const patience = { timeout: 45_000, interval: 10 }

describe('two document servers on one log', () => {
  let hub: TestHub
  let one: CollabServer
  let other: CollabServer
  let editor: string
  let spaceId: string
  const failures: unknown[] = []
  const open: Writer[] = []

  beforeAll(async () => {
    hub = await testHub()
    const options = {
      kernel: hub.kernel,
      pool: hub.pool,
      snapshotEvery: 5,
      onError: (error: unknown) => failures.push(error),
    }
    one = await collabServer(options)
    other = await collabServer(options)
    editor = await hub.person('Milica')
    spaceId = await hub.space('stage', { [editor]: 'editor' })
  })
  afterEach(() => {
    for (const each of open.splice(0)) each.leave()
    expect(failures).toEqual([])
  })
  afterAll(async () => {
    await one.close()
    await other.close()
    await hub.close()
  })

  const created = async () => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title: 'Note' })
    return documentId
  }
  const enter = async ({ url }: CollabServer, documentId: string) => {
    const entered = writer(url, { personId: editor, documentId })
    open.push(entered)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    return entered
  }
  const typed = async (who: Writer, text: string) => {
    who.type(text)
    await expect.poll(() => who.saved(), patience).toBe(true)
  }
  const numbers = async (documentId: string) => {
    const rows = await hub.db
      .selectFrom('document_update')
      .select('number')
      .where('document_id', '=', documentId)
      .orderBy('number')
      .execute()
    return rows.map(({ number }) => number)
  }

  it('tell nothing of each other until they hear of it, and then everything', async () => {
    const documentId = await created()
    const [here, there] = [await enter(one, documentId), await enter(other, documentId)]
    await typed(here, 'first')
    await typed(there, 'second')
    await typed(here, 'third')
    expect(there.text()).not.toContain('first')
    // A frame that comes early, twice or from somebody else changes nothing.
    for (const number of [1, 1, 3, 1_000_000]) for (const { collab } of [one, other]) collab.heard(documentId, number)
    await expect.poll(() => there.text(), patience).toContain('third')
    await expect.poll(() => here.text(), patience).toBe(there.text())
  })

  it('find by looking what nobody told, also where the log was pruned behind a snapshot meanwhile', async () => {
    const documentId = await created()
    const [here, there] = [await enter(one, documentId), await enter(other, documentId)]
    // As though the space had been told of all of it already: what it hasn't isn't pruned.
    await hub.db.updateTable('document').set({ revised_number: 12 }).where('id', '=', documentId).execute()
    for (let count = 1; count <= 12; count += 1) await typed(here, `words ${count}`)
    await expect.poll(async () => (await numbers(documentId))[0], patience).toBeGreaterThan(1)
    await other.collab.check()
    await expect.poll(() => there.text(), patience).toBe(here.text())
  })

  it('let in who comes from the other with changes that build on what was not heard of', async () => {
    const documentId = await created()
    const there = await enter(other, documentId)
    const here = await enter(one, documentId)
    await typed(here, 'begun here')
    // As if it had come by another way: it is in the log, but not in the document of the server that is written to.
    Y.applyUpdate(there.ydoc, Y.encodeStateAsUpdate(here.ydoc), there.provider)
    const paragraph = there.ydoc.getXmlFragment(documentField).get(0) as Y.XmlElement
    ;(paragraph.get(0) as Y.XmlText).insert(10, ', gone on there')
    await expect.poll(() => there.saved(), patience).toBe(true)
    expect(there.text()).toContain('begun here, gone on there')
    await one.collab.check()
    await expect.poll(() => here.text(), patience).toBe(there.text())
  })
})
