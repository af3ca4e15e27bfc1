import { randomUUID } from 'node:crypto'
import { canonicalJson, fromJson, parseDocument, sha256, toJson } from '@kolo/editor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { watchedPool } from '../../testing/watched-pool.ts'
import { takingPart, testProject } from '../../testing/project.ts'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { archiveDocument, restoreDocument } from './commands/archive-document.ts'
import { createDocument } from './commands/create-document.ts'
import { publishDocument } from './commands/publish-document.ts'
import { renameDocument } from './commands/rename-document.ts'
import { appendUpdates, compactLog, seedDocument } from './document-log.ts'
import { BrokenDocument, editorsAfter, loadText } from './document-text.ts'
import { documentQuery, documentText, documentVersion, publishedDocuments } from './documents.queries.ts'
import { reviseDocument } from './revise-document.ts'

const note = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Which municipalities, and why?' }] }],
}

describe('documents on the database', () => {
  let hub: TestHub
  let editor: string
  let reader: string
  let stranger: string
  let spaceId: string
  const now = () => new Date().toISOString()

  beforeAll(async () => {
    hub = await testHub()
    editor = await hub.person('Editor')
    reader = await hub.person('Reader')
    stranger = await hub.person('Stranger')
    spaceId = await hub.space('stage', { [editor]: 'editor', [reader]: 'reader' })
  })
  afterAll(() => hub.close())

  const created = async (title = 'Research design note') => {
    const documentId = randomUUID()
    await hub.run(createDocument, editor, { spaceId, documentId, title })
    return documentId
  }
  /** An update that adds a paragraph to what is stored. */
  const addition = async (documentId: string, text: string): Promise<Uint8Array> => {
    const ydoc = new Y.Doc()
    await loadText(hub.kernel.reads, documentId, ydoc)
    const before = Y.encodeStateVector(ydoc)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    ydoc.getXmlFragment('default').push([paragraph])
    return Y.encodeStateAsUpdate(ydoc, before)
  }
  const write = async (documentId: string, personId: string, text: string) =>
    appendUpdates(hub.pool, documentId, [{ personId, update: await addition(documentId, text) }], now())

  it('keeps snapshot and events equal for every command', async () => {
    const documentId = randomUUID()
    const own = { spaceId, documentId }
    await expectSynced(hub, spaceId, () => hub.run(createDocument, editor, { ...own, title: 'Note' }))
    await expectSynced(hub, spaceId, () => hub.run(renameDocument, editor, { ...own, title: 'Design note' }))
    await write(documentId, editor, 'First')
    const revision = { ...own, number: 1, editorIds: [editor] }
    await expectSynced(hub, spaceId, () => hub.run(reviseDocument, SYSTEM_ACTOR_ID, revision))
    const version = { ...own, versionId: randomUUID(), name: 'First draft' }
    await expectSynced(hub, spaceId, () => hub.run(publishDocument, editor, version))
    await expectSynced(hub, spaceId, () => hub.run(publishDocument, editor, { ...version, versionId: randomUUID() }))
    await expectSynced(hub, spaceId, () => hub.run(archiveDocument, editor, own))
    await expectSynced(hub, spaceId, () => hub.run(restoreDocument, editor, own))
  })

  it('gives strangers and readers the same answer to what they may not do', async () => {
    const documentId = await created()
    for (const personId of [reader, stranger]) {
      await expect(hub.run(renameDocument, personId, { spaceId, documentId, title: 'Mine' })).rejects.toThrow(
        'notFound',
      )
      await expect(
        hub.run(reviseDocument, personId, { spaceId, documentId, number: 1, editorIds: [editor] }),
      ).rejects.toThrow('notFound')
    }
    expect((await hub.ask(documentQuery, reader, { documentId })).role).toBe('reader')
    await expect(hub.ask(documentQuery, stranger, { documentId })).rejects.toThrow('notFound')
    await expect(hub.ask(documentQuery, reader, { documentId: randomUUID() })).rejects.toThrow('notFound')
    await expect(hub.ask(documentText, stranger, { documentId })).rejects.toThrow('notFound')
  })

  it('numbers updates without a gap, whoever stores them at once, and leaves out who may not write', async () => {
    const documentId = await created()
    const update = fromJson(note)
    const batch = [editor, reader, editor, stranger].map((personId) => ({ personId, update }))
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => appendUpdates(hub.pool, documentId, batch, now())),
    )
    expect(answers.every(([, second, , fourth]) => second === undefined && fourth === undefined)).toBe(true)
    const numbers = answers.flat().filter((number) => number !== undefined)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    const rows = await hub.db
      .selectFrom('document_update')
      .select('number')
      .where('document_id', '=', documentId)
      .execute()
    expect(rows).toHaveLength(24)
    await hub.run(archiveDocument, editor, { spaceId, documentId })
    expect(await appendUpdates(hub.pool, documentId, [{ personId: editor, update }], now())).toEqual([undefined])
  })

  it('seeds a text once, and reads it back as plain text', async () => {
    const documentId = await created()
    const seed = { documentId, personId: editor, content: note, at: now() }
    expect(await seedDocument(hub.pool, seed)).toBe(true)
    expect(await seedDocument(hub.pool, seed)).toBe(false)
    expect(await hub.ask(documentText, reader, { documentId })).toEqual({
      number: 1,
      blocks: ['Which municipalities, and why?'],
    })
  })

  it('publishes a version that is what was stored, for ever', async () => {
    const documentId = await created()
    await seedDocument(hub.pool, { documentId, personId: editor, content: note, at: now() })
    const versionId = randomUUID()
    await hub.run(publishDocument, editor, { spaceId, documentId, versionId, name: 'First draft' })
    await write(documentId, editor, 'Later')
    const version = await hub.ask(documentVersion, reader, { versionId })
    expect(version).toMatchObject({ documentId, number: 1, name: 'First draft', content: parseDocument(note) })
    expect(version.hash).toBe(await sha256(canonicalJson(parseDocument(note))))
    await expect(hub.ask(documentVersion, stranger, { versionId })).rejects.toThrow('notFound')
  })

  it('observers read what is published in their project, and nothing else', async () => {
    const project = await testProject(hub)
    const [stage] = project.stages
    const partner = (await takingPart(hub, project.projectId, { kind: 'partner' })).people[0]!
    const observer = (await takingPart(hub, project.projectId, { kind: 'observer' })).people[0]!
    const elsewhere = (await takingPart(hub, (await testProject(hub)).projectId, { kind: 'observer' })).people[0]!
    const own = { spaceId: stage!.space_id, documentId: randomUUID() }
    const versionId = randomUUID()
    await hub.run(createDocument, partner, { ...own, title: 'Design note' })
    await hub.run(createDocument, partner, { ...own, documentId: randomUUID(), title: 'Draft' })
    await hub.run(publishDocument, partner, { ...own, versionId, name: 'First' })
    const { projectId } = project
    const published = await hub.ask(publishedDocuments, observer, { projectId })
    expect(published.map(({ id, title, name }) => ({ id, title, name }))).toEqual([
      { id: versionId, title: 'Design note', name: 'First' },
    ])
    expect((await hub.ask(documentVersion, observer, { versionId })).name).toBe('First')
    await expect(hub.ask(documentText, observer, { documentId: own.documentId })).rejects.toThrow('notFound')
    await expect(hub.ask(publishedDocuments, elsewhere, { projectId })).rejects.toThrow('notFound')
    await expect(hub.ask(documentVersion, elsewhere, { versionId })).rejects.toThrow('notFound')
  })

  it('prunes the log only behind the snapshot before, and the text stays', async () => {
    const documentId = await created()
    const read = async () => {
      const ydoc = new Y.Doc()
      const number = await loadText(hub.kernel.reads, documentId, ydoc)
      return { number, json: toJson(ydoc) }
    }
    const stored = async () => {
      const rows = await hub.db
        .selectFrom('document_update')
        .select('number')
        .where('document_id', '=', documentId)
        .orderBy('number')
        .execute()
      return rows.map((row) => row.number)
    }
    await write(documentId, editor, 'One')
    await write(documentId, editor, 'Two')
    expect(await compactLog(hub.pool, hub.kernel.reads, documentId, now())).toBe(2)
    expect(await stored()).toEqual([1, 2])
    await write(documentId, editor, 'Three')
    expect(await compactLog(hub.pool, hub.kernel.reads, documentId, now())).toBe(3)
    expect(await stored(), 'the space does not know yet who wrote them').toEqual([1, 2, 3])
    await hub.run(reviseDocument, SYSTEM_ACTOR_ID, { spaceId, documentId, number: 3, editorIds: [editor] })
    await write(documentId, editor, 'Four')
    const before = await read()
    expect(await compactLog(hub.pool, hub.kernel.reads, documentId, now())).toBe(4)
    expect(await stored()).toEqual([4])
    expect(await read()).toEqual(before)
    expect((await write(documentId, editor, 'Five'))[0]).toBe(5)
    expect((await read()).number).toBe(5)
    expect(await editorsAfter(hub.kernel.reads, documentId, 4)).toEqual({ number: 5, editorIds: [editor] })
  })

  it('prunes nothing that was stored and told while the first snapshot was being taken', async () => {
    const documentId = await created()
    await write(documentId, editor, 'One')
    const pool = watchedPool(hub.pool, async (text) => {
      if (!text.includes('insert into document_snapshot')) return
      await write(documentId, editor, 'Two')
      await hub.run(reviseDocument, SYSTEM_ACTOR_ID, { spaceId, documentId, number: 2, editorIds: [editor] })
    })
    expect(await compactLog(pool, hub.kernel.reads, documentId, now())).toBe(1)
    const ydoc = new Y.Doc()
    expect(await loadText(hub.kernel.reads, documentId, ydoc)).toBe(2)
    expect(JSON.stringify(toJson(ydoc))).toContain('Two')
  })

  it('refuses to build on what is broken', async () => {
    const documentId = await created()
    for (const text of ['One', 'Two', 'Three']) await write(documentId, editor, text)
    await hub.db.deleteFrom('document_update').where('document_id', '=', documentId).where('number', '=', 2).execute()
    await expect(loadText(hub.kernel.reads, documentId, new Y.Doc())).rejects.toThrow(BrokenDocument)
  })
})
