import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import { schemaVersion } from '@kolo/editor'
import WebSocket, { type ClientOptions } from 'ws'

/** A document as a page has it open, with what its connection says of itself. */
export type OpenDocument = { isSynced(): boolean; isConnected(): boolean; close(): void }

/** Opens a document, with the time limits of the provider as pages have them. */
export function openDocument(url: string, cookie: string, documentId: string): OpenDocument {
  class PersonSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: ClientOptions) {
      super(address, protocols, { ...options, headers: { origin: url, cookie } })
      // Nobody listens by the time at which a connection on a silent line fails.
      this.on('error', () => undefined)
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: PersonSocket,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentId,
    token: String(schemaVersion),
  })
  provider.attach()
  return {
    isSynced: () => provider.isSynced,
    isConnected: () => socket.status === WebSocketStatus.Connected,
    close() {
      provider.destroy()
      socket.destroy()
    },
  }
}
