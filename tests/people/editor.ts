import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentField, schemaVersion } from '@kolo/editor'
import WebSocket, { type ClientOptions } from 'ws'
import * as Y from 'yjs'

/** Somebody who opens a document: what was seen of it, and a way to write. */
export type Editor = {
  readonly ydoc: Y.Doc
  /** Shows a caret to the others. */
  point(caret: string): void
  /** The carets that are shown to this person, with their own. */
  carets(): readonly unknown[]
  text(): string
  saved(): boolean
  refused(): boolean
  write(words: string): void
  close(): void
}

/** Opens a document with a session, or without. */
export function editorOf(url: string, cookie: string | undefined, documentId: string): Editor {
  const headers = { origin: url, ...(cookie === undefined ? {} : { cookie }) }
  class PersonSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: ClientOptions) {
      super(address, protocols, { ...options, headers })
      // Whoever is refused tries again, and may leave in the middle of that: nobody listens by then.
      this.on('error', () => undefined)
    }
  }
  let refused = false
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: PersonSocket,
    delay: 20,
    minDelay: 10,
    maxDelay: 100,
    onClose: () => (refused = true),
  })
  const ydoc = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: documentId,
    document: ydoc,
    token: String(schemaVersion),
    onAuthenticationFailed: () => (refused = true),
  })
  provider.attach()
  return {
    ydoc,
    point: (caret) => provider.setAwarenessField('cursor', caret),
    carets: () => [...(provider.awareness?.getStates().values() ?? [])].map((state) => state['cursor']),
    text: () => JSON.stringify(ydoc.getXmlFragment(documentField).toJSON()),
    saved: () => provider.isAuthenticated && provider.synced && !provider.hasUnsyncedChanges,
    refused: () => refused,
    write(words) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      ydoc.getXmlFragment(documentField).insert(0, [paragraph])
    },
    close() {
      provider.destroy()
      websocketProvider.destroy()
      ydoc.destroy()
    },
  }
}
