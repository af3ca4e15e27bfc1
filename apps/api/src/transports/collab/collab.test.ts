import { randomUUID } from 'node:crypto'
import { documentField, fromJson, maxDepth, maxUpdateBytes, toJson } from '@kolo/editor'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { archiveDocument } from '../../features/documents/commands/archive-document.ts'
import { createDocument } from '../../features/documents/commands/create-document.ts'
import { documentById } from '../../features/documents/documents.entries.ts'
import { loadText } from '../../features/documents/document-text.ts'
import { type CollabServer, collabServer, type Writer, writer } from '../../testing/collab.ts'
import { type TestHub, testHub } from '../../testing/hub.ts'

const patience = { timeout: 45_000, interval: 10 }

/** A text that would bring down whoever goes through it call by call. */
function endlesslyNested(): Uint8Array {
  const ydoc = new Y.Doc()
  let inner: Y.XmlFragment = ydoc.getXmlFragment(documentField)
  for (let level = 0; level < maxDepth + 2; level += 1) {
    const element = new Y.XmlElement('blockquote')
    inner.insert(0, [element])
    inner = element
  }
  return Y.encodeStateAsUpdate(ydoc)
}

describe('documents over sockets', () => {
  let hub: TestHub
  let server: CollabServer
  let editor: string
  let partner: string
  let reader: string
  let stranger: string
  let spaceId: string
  const open: Writer[] = []

  beforeAll(async () => {
    hub = await testHub()
    server = await collabServer({ kernel: hub.kernel, pool: hub.pool })
    editor = await hub.person('Milica')
    partner = await hub.person('Nino')
    reader = await hub.person('Reader')
    stranger = await hub.person('Stranger')
    spaceId = await hub.space('stage', { [editor]: 'editor', [partner]: 'editor', [reader]: 'reader' })
  })
  afterEach(() => {
    for (const each of open.splice(0)) each.leave()
  })
  afterAll(async () => {
    await server.close()
    await hub.close()
  })

  const created = async () => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title: 'Note' })
    return documentId
  }
  const enter = (personId: string, documentId: string, more: { origin?: string; version?: number } = {}) => {
    const entered = writer(server.url, { personId, documentId, ...more })
    open.push(entered)
    return entered
  }
  const ready = async (personId: string, documentId: string) => {
    const entered = enter(personId, documentId)
    await expect.poll(() => entered.saved(), patience).toBe(true)
    return entered
  }
  const storedText = async (documentId: string) => {
    const ydoc = new Y.Doc()
    await loadText(hub.kernel.reads, documentId, ydoc)
    return JSON.stringify(toJson(ydoc))
  }
  const refusal = (personId: string, documentId: string) =>
    new Promise<string>((resolve) =>
      enter(personId, documentId).provider.on('authenticationFailed', ({ reason }: { reason: string }) =>
        resolve(reason),
      ),
    )

  it('two people see each other’s text, and what is acknowledged is stored', async () => {
    const documentId = await created()
    const [one, two] = [await ready(editor, documentId), await ready(partner, documentId)]
    one.type('Which municipalities?')
    two.type('Инђија, გორი')
    await expect.poll(() => one.saved() && two.saved(), patience).toBe(true)
    expect(await storedText(documentId)).toContain('Инђија, გორი')
    await expect.poll(() => one.text() === two.text() && one.text().includes('Инђија'), patience).toBe(true)
  })

  it('a reader sees and can’t write; nothing of it is stored', async () => {
    const documentId = await created()
    const [one, two] = [await ready(editor, documentId), await ready(reader, documentId)]
    two.type('Not mine to write')
    one.type('Mine')
    await expect.poll(() => two.text(), patience).toContain('Mine')
    expect(two.provider.authorizedScope).toBe('readonly')
    expect(two.saved()).toBe(false)
    expect(await storedText(documentId)).not.toContain('Not mine')
    expect(one.text()).not.toContain('Not mine')
  })

  it('absent and forbidden get the same answer', async () => {
    const documentId = await created()
    const reasons = await Promise.all([
      refusal(stranger, documentId),
      refusal(editor, randomUUID()),
      refusal(editor, 'x'),
      refusal(editor, '../etc'),
      // The same document in other letters would be another one in the server's memory.
      refusal(editor, documentId.toUpperCase()),
    ])
    expect(new Set(reasons)).toEqual(new Set(['notFound']))
  })

  it.each([
    ['another origin', { origin: 'http://evil.test' }, 403],
    ['no origin', {}, 403],
    ['nobody', { origin: 'http://hub.test' }, 401],
  ])('an upgrade from %s is refused', async (_who, headers, status) => {
    const answer = await new Promise((resolve) => {
      const socket = new WebSocket(server.url, { headers })
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      socket.on('error', () => undefined)
    })
    expect(answer).toBe(status)
  })

  it('an older client reads and is told to reload', async () => {
    const documentId = await created()
    const old = enter(editor, documentId, { version: 0 })
    const told = new Promise((resolve) =>
      old.provider.on('stateless', ({ payload }: { payload: string }) => resolve(payload)),
    )
    expect(await told).toBe('{"kind":"outdated"}')
    expect(old.provider.authorizedScope).toBe('readonly')
  })

  it('malformed and oversized updates are neither stored nor acknowledged, and the server lives', async () => {
    const documentId = await created()
    for (const bad of [
      new Uint8Array([1, 2, 3]),
      fromJson({ type: 'doc', content: [{ type: 'paragraph' }] }).slice(0, 10),
      new Uint8Array(maxUpdateBytes + 1),
      endlesslyNested(),
    ]) {
      const entered = await ready(editor, documentId)
      const closed = new Promise((resolve) => entered.provider.on('close', resolve))
      entered.provider.documentUpdateHandler(bad, null)
      await closed
      entered.leave()
      open.splice(open.indexOf(entered), 1)
    }
    const rows = await hub.db
      .selectFrom('document_update')
      .select('number')
      .where('document_id', '=', documentId)
      .execute()
    expect(rows).toEqual([])
    const entered = await ready(editor, documentId)
    entered.type('Still here')
    await expect.poll(() => entered.saved(), patience).toBe(true)
  })

  it('what arrives before what it builds on is asked for again, with all the rest', async () => {
    const documentId = await created()
    const entered = await ready(editor, documentId)
    const closed = new Promise((resolve) => entered.provider.on('close', resolve))
    const updates: Uint8Array[] = []
    const elsewhere = new Y.Doc()
    elsewhere.on('update', (update: Uint8Array) => updates.push(update))
    const fragment = elsewhere.getXmlFragment('default')
    for (const text of ['Lost with the line.', 'Typed before it was back.']) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      fragment.push([paragraph])
    }
    // In the document of the page, but only the second is sent: so a browser’s queue behaves around a reconnection.
    for (const each of updates) Y.applyUpdate(entered.ydoc, each, entered.provider)
    entered.provider.documentUpdateHandler(updates[1]!, null)
    expect(await closed).toMatchObject({ event: { code: 1013 } })
    await expect.poll(async () => (await storedText(documentId)).includes('Lost with the line.'), patience).toBe(true)
    expect(await storedText(documentId)).toContain('Typed before it was back.')
    await expect.poll(() => entered.saved(), patience).toBe(true)
  })

  it('carets carry the person’s own name, whatever the browser says, and no state without end', async () => {
    const documentId = await created()
    const [one, two] = [await ready(editor, documentId), await ready(partner, documentId)]
    one.provider.awareness?.setLocalState({ user: { name: 'The Mayor' }, cursor: null })
    const seen = () => two.provider.awareness?.getStates().get(one.ydoc.clientID)?.['user']
    await expect.poll(seen, patience).toMatchObject({ personId: editor, name: 'Milica' })
    one.provider.awareness?.setLocalState({ cursor: 'x'.repeat(10_000) })
    await expect
      .poll(() => two.provider.awareness?.getStates().get(one.ydoc.clientID)?.['cursor'] ?? 'gone', patience)
      .toBe('gone')
    one.provider.awareness?.setLocalState([] as never)
    await expect.poll(seen, patience).toMatchObject({ personId: editor, name: 'Milica' })
  })

  it(
    '[SYN38] cuts off who reads nothing, before it fills the memory; back again they have the whole text',
    { timeout: 180_000 },
    async () => {
      const documentId = await created()
      const [one, slow] = [await ready(editor, documentId), await ready(partner, documentId)]
      const { websocketProvider } = slow.provider.configuration
      // On a slow machine it would notice the silence, and come back.
      websocketProvider.setConfiguration({ messageReconnectTimeout: 3_600_000 })
      const stood = websocketProvider.webSocket as unknown as WebSocket
      stood.pause()
      const fragment = one.ydoc.getXmlFragment(documentField)
      // Large pieces, each taken out again: what is sent fills the line, and the text stays small.
      for (let piece = 0; piece < 60 && server.collab.sessionIds().length > 1; piece += 1) {
        one.type(`${piece} `.padEnd(900_000, 'x'))
        fragment.delete(0, fragment.length)
        await expect
          .poll(() => one.saved() || `${one.standing()} ${server.errors.map(String).join()}`, patience)
          .toBe(true)
      }
      one.type('What is left')
      expect(server.collab.sessionIds()).toEqual([`session-of-${editor}`])
      stood.terminate()
      await expect.poll(() => slow.text() === one.text(), patience).toBe(true)
    },
  )

  it('rights that end close the connection, and rights that change come back with it', async () => {
    const documentId = await created()
    const guest = await hub.person('Guest')
    const grant = { space_id: spaceId, person_id: guest, role: 'editor' as const, via: 'test' }
    await hub.db.insertInto('space_member').values(grant).execute()
    const entered = await ready(guest, documentId)
    await hub.db
      .updateTable('space_member')
      .set({ role: 'reader' })
      .where('person_id', '=', guest)
      .where('space_id', '=', spaceId)
      .execute()
    // Even before anybody closes it, nothing more gets in.
    entered.type('Too late')
    await expect.poll(() => entered.provider.authorizedScope, patience).toBe('readonly')
    expect(await storedText(documentId)).not.toContain('Too late')
    await hub.db.deleteFrom('space_member').where('person_id', '=', guest).where('space_id', '=', spaceId).execute()
    const refused = new Promise((resolve) => entered.provider.on('authenticationFailed', resolve))
    server.collab.closeConnections(guest, spaceId)
    await refused
  })

  it('the end of a session closes its documents', async () => {
    const documentId = await created()
    const entered = await ready(partner, documentId)
    const closed = new Promise((resolve) => entered.provider.on('disconnect', resolve))
    server.collab.disconnect({ sessionId: `session-of-${partner}` })
    await closed
  })

  it('an archived document is read only at once', async () => {
    const documentId = await created()
    const entered = await ready(editor, documentId)
    await hub.run(archiveDocument, editor, { spaceId, documentId })
    await expect.poll(() => entered.provider.authorizedScope, patience).toBe('readonly')
  })

  it('tells the log of the space who wrote, once for a stretch', async () => {
    const documentId = await created()
    const [one, two] = [await ready(editor, documentId), await ready(partner, documentId)]
    one.type('One')
    two.type('Two')
    const entry = () => documentById(hub.kernel.reads, { spaceId, documentId })
    await expect.poll(async () => (await entry())?.revisedBy.toSorted(), patience).toEqual([editor, partner].toSorted())
    expect((await entry())?.revisedNumber).toBe(2)
  })

  it('nobody gets in while it closes', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
    const { promise: checked, resolve: check } = Promise.withResolvers<void>()
    const closing = await collabServer({
      kernel: hub.kernel,
      pool: hub.pool,
      authenticate: async () => {
        ask()
        await checked
        return { personId: editor, sessionId: 'late' }
      },
    })
    const late = new WebSocket(closing.url, { origin: 'http://hub.test' })
    const answer = new Promise((resolve) => late.on('unexpected-response', (_, { statusCode }) => resolve(statusCode)))
    await asked
    const closed = closing.collab.close()
    check()
    expect(await answer).toBe(503)
    await closed
    await closing.close()
  })
})
