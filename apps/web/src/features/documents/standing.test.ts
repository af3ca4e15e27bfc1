import { EventEmitter } from 'node:events'
import { documentField } from '@kolo/editor'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { beginning, type Connection, followProvider, type Told } from './standing.ts'
import { wordsAfter, writtenHere } from './unsaved-words.ts'

/** The provider and the server behind it, as the test wants them. */
class TestProvider extends EventEmitter {
  isAuthenticated = false
  isSynced = false
  unsynced = 0
  closings = 0
  readonly awareness = null
  readonly document = new Y.Doc()
  state: Connection = beginning
  constructor() {
    super()
    this.document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.unsynced += 1
      this.emit('unsyncedChanges')
    })
    followProvider(
      this as unknown as Told,
      () => this.state,
      (change) => (this.state = { ...this.state, ...change }),
      { isOnline: () => true, closed: () => (this.closings += 1) },
    )
  }
  get hasUnsyncedChanges(): boolean {
    return this.unsynced > 0
  }
  /** The line stands, and the server says what one may do. */
  letsIn(scope: 'read-write' | 'readonly'): void {
    this.unsynced = 1
    this.isAuthenticated = true
    this.emit('authenticated', { scope })
    this.isSynced = true
    this.emit('synced')
  }
  /** The server's word on what it was sent. */
  answers(took: boolean): void {
    const bytes = [8, took ? 1 : 0]
    this.emit('message', { message: { readVarString: () => 'document', readVarUint: () => bytes.shift() ?? 0 } })
    if (!took) return
    this.unsynced = 0
    this.emit('unsyncedChanges')
  }
  closes(event: { code?: number; reason?: string } = {}): void {
    this.isAuthenticated = false
    this.isSynced = false
    this.emit('close', { event })
  }
  types(words: string): void {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    this.document.getXmlFragment(documentField).push([paragraph])
  }
}

/** Somebody who has opened a document to write in it. */
const opened = (): TestProvider => {
  const provider = new TestProvider()
  provider.letsIn('read-write')
  provider.answers(true)
  return provider
}

describe('how it stands with a document', () => {
  it('is saved when the server has acknowledged everything, and nothing is unsaved then', () => {
    const provider = opened()
    expect(provider.state).toMatchObject({ status: 'saved', readOnly: false, unsaved: false })
    provider.types('In Serbia we ask the mayor first.')
    expect(provider.state).toMatchObject({ status: 'saving', unsaved: true })
    provider.closes()
    expect(provider.state).toMatchObject({ status: 'waiting', unsaved: true })
    provider.letsIn('read-write')
    expect(provider.state).toMatchObject({ status: 'saving', unsaved: true })
    provider.answers(true)
    expect(provider.state).toMatchObject({ status: 'saved', unsaved: false })
  })

  it('what was typed before one may only read is refused, and stays so until it is taken after all', () => {
    const provider = opened()
    provider.closes()
    provider.types('Typed without a line.')
    provider.letsIn('readonly')
    expect(provider.state.unsaved).toBe(true)
    provider.answers(false)
    const refused = { status: 'refused', refusedFor: 'rights', readOnly: true, unsaved: true }
    expect(provider.state).toMatchObject(refused)
    provider.closes()
    expect(provider.state).toMatchObject(refused)
    provider.letsIn('readonly')
    provider.answers(false)
    expect(provider.state).toMatchObject(refused)
    provider.closes()
    provider.letsIn('read-write')
    expect(provider.state).toMatchObject({ status: 'saving', unsaved: true })
    provider.answers(true)
    expect(provider.state).toMatchObject({ status: 'saved', refusedFor: undefined, readOnly: false, unsaved: false })
  })

  it('what the server had before one may only read isn’t refused, though its answer was lost', () => {
    const provider = opened()
    provider.types('Stored, and the line broke.')
    provider.closes()
    provider.letsIn('readonly')
    provider.answers(true)
    expect(provider.state).toMatchObject({ status: 'saved', readOnly: true, unsaved: false })
  })

  it('whoever has only read is refused nothing, whatever the editor tidies up', () => {
    const provider = new TestProvider()
    provider.letsIn('readonly')
    provider.answers(true)
    provider.types('Not written by anybody.')
    provider.answers(false)
    expect(provider.state).toMatchObject({ readOnly: true })
    expect(provider.state.status).not.toBe('refused')
    expect(provider.state.unsaved ?? false).toBe(false)
  })

  it('who is let in no more keeps what was typed, as refused', () => {
    const provider = opened()
    provider.closes()
    provider.emit('authenticationFailed', { reason: 'notFound' })
    expect(provider.state.status).toBe('unreachable')
    const writing = opened()
    writing.closes()
    writing.types('Typed without a line.')
    writing.emit('authenticationFailed', { reason: 'notFound' })
    expect(writing.state).toMatchObject({ status: 'refused', refusedFor: 'rights', unsaved: true })
  })

  it.each([
    [{ code: 1000, reason: 'documentTooLarge' }, 'full'],
    [{ code: 1000, reason: 'tooLarge' }, 'change'],
    [{ code: 1000, reason: 'malformed' }, 'change'],
    [{ code: 1009, reason: '' }, 'change'],
  ] as const)('a line that ends with %o has refused what was written', (event, refusedFor) => {
    const provider = opened()
    provider.types('Too much.')
    provider.closes(event)
    const refused = { status: 'refused', refusedFor, readOnly: true, unsaved: true }
    expect(provider.state).toMatchObject(refused)
    provider.emit('unsyncedChanges')
    expect(provider.state).toMatchObject(refused)
    expect(provider.closings).toBe(0)
  })

  it.each([
    { code: 1000, reason: 'retry' },
    { code: 1000, reason: 'Reset Connection' },
    { code: 1013 },
    { code: 1006 },
    { code: 4403, reason: 'rights changed' },
  ])('a line that ends with %o may come back', (event) => {
    const provider = opened()
    provider.types('Waits.')
    provider.closes(event)
    expect(provider.state).toMatchObject({ status: 'waiting', unsaved: true })
    expect(provider.closings).toBe(1)
  })

  it('a full document says so until it is opened anew', () => {
    const provider = opened()
    provider.emit('stateless', { payload: '{"kind":"full"}' })
    expect(provider.state).toMatchObject({ full: true, readOnly: false, outdated: false })
    provider.closes()
    provider.letsIn('read-write')
    expect(provider.state.full).toBe(false)
  })
})

describe('the words of this page that aren’t saved', () => {
  it('are those that were written since, in the order of the text, without what was taken out and what others wrote', () => {
    const provider = opened()
    const fragment = provider.document.getXmlFragment(documentField)
    provider.types('Saved. ')
    const since = writtenHere(provider.document)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(provider.document))
    const theirs = new Y.XmlElement('paragraph')
    theirs.insert(0, [new Y.XmlText('Somebody else’s.')])
    other.getXmlFragment(documentField).insert(0, [theirs])
    Y.applyUpdate(provider.document, Y.encodeStateAsUpdate(other), provider)
    provider.types('At the end.')
    provider.types('Taken out.')
    fragment.delete(3, 1)
    const first = fragment.get(1)
    if (first instanceof Y.XmlElement && first.get(0) instanceof Y.XmlText)
      (first.get(0) as Y.XmlText).insert(7, 'And more.')
    expect(wordsAfter(provider.document, since)).toBe('And more.\nAt the end.')
    expect(wordsAfter(provider.document, writtenHere(provider.document))).toBe('')
  })
})
