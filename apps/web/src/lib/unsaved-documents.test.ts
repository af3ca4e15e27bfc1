import { describe, expect, it } from 'vitest'
import { forgetDocuments, noteDocument, unsavedDocuments } from './unsaved-documents.ts'

describe('documents with words that this page alone has', () => {
  it('are those that say so, where they were written, until they are saved', () => {
    noteDocument('a', '/written', { unsaved: true, isRefused: false })
    noteDocument('b', '/other', { unsaved: false, isRefused: false })
    const before = unsavedDocuments()
    noteDocument('a', '/elsewhere', { unsaved: true, isRefused: false })
    expect(unsavedDocuments()).toBe(before)
    noteDocument('a', '/elsewhere', { unsaved: true, isRefused: true })
    expect(unsavedDocuments()).toEqual([{ documentId: 'a', path: '/written', isRefused: true }])
    noteDocument('a', '/elsewhere', { unsaved: false, isRefused: false })
    expect(unsavedDocuments()).toEqual([])
  })

  it('are none once their loss was agreed to', () => {
    noteDocument('a', '/written', { unsaved: true, isRefused: true })
    forgetDocuments()
    expect(unsavedDocuments()).toEqual([])
  })
})
