import { describe, expect, it } from 'vitest'
import type { Actor } from '../core/decide.ts'
import { SYSTEM_ACTOR_ID } from '../core/ids.ts'
import { type Role, roles } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import type { DocumentEntry } from './documents.ts'
import {
  documentArchive,
  documentCreate,
  documentPublish,
  documentRename,
  documentRestore,
  documentRevise,
} from './documents.decide.ts'
import { documentsPart } from './documents.fold.ts'
import { can } from './documents.policy.ts'

const me = '0190a0a0-0000-7000-8000-000000000001'
const other = '0190a0a0-0000-7000-8000-000000000002'
const spaceId = '0190a0a0-0000-7000-8000-00000000000a'
const documentId = '0190a0a0-0000-7000-8000-00000000000d'
const versionId = '0190a0a0-0000-7000-8000-00000000000e'
const now = '2026-11-23T08:00:00.000Z'

const document: DocumentEntry = {
  id: documentId,
  title: 'Research design note',
  createdBy: me,
  createdAt: now,
  archivedAt: null,
  revisedNumber: 3,
  revisedAt: now,
  revisedBy: [other],
  versions: [],
}
const archived = { ...document, archivedAt: now }
const as = (role: Role | undefined, personId = me): { actor: Actor; now: string; ids: () => string } => ({
  actor: { personId, role },
  now,
  ids: () => versionId,
})
const server = {
  ...as('administrator'),
  actor: { personId: SYSTEM_ACTOR_ID, role: 'administrator', system: true } as const,
}
const input = { spaceId, documentId }
const types = (events: EventDraft[]): string[] => events.map((event) => event.type)

describe('who may do what with documents', () => {
  it('coordinators, editors and reporters write, the rest of the space reads', () => {
    const writers = roles.filter((role) => can.create({ personId: me, role }))
    expect(writers).toEqual(['coordinator', 'editor', 'reporter'])
    expect(can.create({ personId: me, role: undefined })).toBe(false)
  })

  it('nobody writes in an archived document', () => {
    expect(can.edit({ personId: me, role: 'editor' }, document)).toBe(true)
    expect(can.edit({ personId: me, role: 'editor' }, archived)).toBe(false)
    expect(can.edit({ personId: me, role: 'reader' }, document)).toBe(false)
  })

  it('the coordinator, and its creator while writing there, put a document away', () => {
    expect(can.archive({ personId: other, role: 'coordinator' }, document)).toBe(true)
    expect(can.archive({ personId: me, role: 'editor' }, document)).toBe(true)
    expect(can.archive({ personId: other, role: 'editor' }, document)).toBe(false)
    expect(can.archive({ personId: me, role: 'reader' }, document)).toBe(false)
  })
})

describe('decisions about documents', () => {
  it('creates once', () => {
    expect(types(documentCreate.decide({ document: undefined }, { ...input, title: 'Note' }, as('editor')))).toEqual([
      'document.created',
    ])
    expect(() => documentCreate.decide({ document }, { ...input, title: 'Note' }, as('editor'))).toThrow('idTaken')
    expect(() => documentCreate.decide({ document: undefined }, { ...input, title: 'Note' }, as('reader'))).toThrow(
      'notFound',
    )
  })

  it('renames, and says nothing where the title stays', () => {
    expect(types(documentRename.decide({ document }, { ...input, title: 'Design' }, as('editor')))).toEqual([
      'document.renamed',
    ])
    expect(documentRename.decide({ document }, { ...input, title: document.title }, as('editor'))).toEqual([])
    expect(() => documentRename.decide({ document: archived }, { ...input, title: 'Design' }, as('editor'))).toThrow(
      'notFound',
    )
    expect(() => documentRename.decide({ document: undefined }, { ...input, title: 'Design' }, as('editor'))).toThrow(
      'notFound',
    )
  })

  it('archives and restores, once each', () => {
    expect(types(documentArchive.decide({ document }, input, as('coordinator')))).toEqual(['document.archived'])
    expect(documentArchive.decide({ document: archived }, input, as('coordinator'))).toEqual([])
    expect(types(documentRestore.decide({ document: archived }, input, as('coordinator')))).toEqual([
      'document.restored',
    ])
    expect(documentRestore.decide({ document }, input, as('coordinator'))).toEqual([])
    expect(() => documentArchive.decide({ document }, input, as('editor', other))).toThrow('notFound')
  })

  it('publishes the text that the server fixed', () => {
    const text = { number: 7, hash: 'ab' }
    const publish = { ...input, versionId, name: 'First draft' }
    const [event] = documentPublish.decide({ document, text, versionTaken: false }, publish, as('editor'))
    expect(event?.payload).toEqual({ documentId, versionId, name: 'First draft', number: 7, hash: 'ab' })
    expect(() => documentPublish.decide({ document, text, versionTaken: true }, publish, as('editor'))).toThrow(
      'idTaken',
    )
    expect(() => documentPublish.decide({ document, text, versionTaken: false }, publish, as('reader'))).toThrow(
      'notFound',
    )
    expect(() =>
      documentPublish.decide({ document: archived, text, versionTaken: false }, publish, as('editor')),
    ).toThrow('notFound')
  })

  it('only the server tells of revisions, and each number once', () => {
    const revise = { ...input, number: 4, editorIds: [other] }
    expect(types(documentRevise.decide({ document }, revise, server))).toEqual(['document.revised'])
    expect(documentRevise.decide({ document }, { ...revise, number: 3 }, server)).toEqual([])
    expect(() => documentRevise.decide({ document }, revise, as('coordinator'))).toThrow('notFound')
  })
})

describe('the fold of documents', () => {
  const recorded = (draft: EventDraft, seq: number): Envelope => ({
    spaceId,
    seq,
    type: draft.type,
    version: draft.version,
    actorId: me,
    commandId: versionId,
    at: now,
    payload: draft.payload as Record<string, unknown>,
  })

  it('follows a document from its creation to its version', () => {
    const drafts = [
      ...documentCreate.decide({ document: undefined }, { ...input, title: 'Note' }, as('editor')),
      ...documentRename.decide(
        { document: { ...document, title: 'Note' } },
        { ...input, title: document.title },
        as('editor'),
      ),
      ...documentRevise.decide({ document }, { ...input, number: 7, editorIds: [other, me] }, server),
      ...documentPublish.decide(
        { document, text: { number: 7, hash: 'ab' }, versionTaken: false },
        { ...input, versionId, name: 'First draft' },
        as('editor'),
      ),
      ...documentArchive.decide({ document }, input, as('coordinator')),
    ]
    const state = drafts
      .map((draft, index) => recorded(draft, index + 1))
      .reduce(documentsPart.fold, documentsPart.empty)
    expect(state[documentId]).toEqual({
      ...archived,
      revisedNumber: 7,
      revisedBy: [other, me],
      versions: [{ id: versionId, name: 'First draft', number: 7, hash: 'ab', publishedBy: me, publishedAt: now }],
    })
    const restored = documentsPart.fold(
      state,
      recorded(documentRestore.decide({ document: archived }, input, as('coordinator'))[0]!, 6),
    )
    expect(restored[documentId]?.archivedAt).toBeNull()
  })

  it('ignores documents that it doesn’t hold', () => {
    const [renamed] = documentRename.decide({ document }, { ...input, title: 'Design' }, as('editor'))
    expect(documentsPart.fold(documentsPart.empty, recorded(renamed!, 1))).toBe(documentsPart.empty)
  })
})
