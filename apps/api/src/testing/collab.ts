import { createServer, type Server } from 'node:http'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { documentField, schemaVersion, toJson } from '@kolo/editor'
import WebSocket, { type ClientOptions } from 'ws'
import * as Y from 'yjs'
import { type Collab, type CollabOptions, collabPath, serveCollab } from '../transports/collab/collab.ts'

/** A document server of a test, on loopback. */
export type CollabServer = {
  readonly url: string
  readonly collab: Collab
  /** What went wrong, where the test listens to no errors of its own. */
  readonly errors: readonly unknown[]
  close(): Promise<void>
}

/** Whoever writes `person=<id>` into the cookie is that person: sessions are tested elsewhere. */
const trustCookie: CollabOptions['authenticate'] = async (headers) => {
  const personId = /person=([0-9a-f-]{36})/.exec(headers.get('cookie') ?? '')?.[1]
  return personId === undefined ? undefined : { personId, sessionId: `session-of-${personId}` }
}

/** Serves documents alone, with the given overrides. */
export async function collabServer(
  options: Pick<CollabOptions, 'kernel' | 'pool'> & Partial<CollabOptions>,
): Promise<CollabServer> {
  const errors: unknown[] = []
  const collab = serveCollab({
    authenticate: trustCookie,
    originAllowed: (origin) => origin === 'http://hub.test',
    onError: (error) => errors.push(error),
    quiet: 30,
    ...options,
  })
  const http: Server = createServer()
  http.on('upgrade', (request, socket, head) => collab.upgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `ws://127.0.0.1:${address.port}${collabPath}`,
    collab,
    errors,
    async close() {
      await collab.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

/** A person's editor without a screen. */
export type Writer = {
  readonly ydoc: Y.Doc
  readonly provider: HocuspocusProvider
  /** Types a paragraph at the end. */
  type(text: string): void
  text(): string
  /** Everything typed so far has been acknowledged. */
  saved(): boolean
  /** Where the connection stands and how it ended before, for the message of a test that waits in vain. */
  standing(): string
  leave(): void
}

/** Connects a person with a document. */
export function writer(
  url: string,
  who: {
    readonly personId: string
    readonly documentId: string
    readonly origin?: string
    readonly version?: number
    /** A session's, for the whole server. */
    readonly cookie?: string
  },
): Writer {
  const headers = { cookie: who.cookie ?? `person=${who.personId}`, origin: who.origin ?? 'http://hub.test' }
  class PersonSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[], options?: ClientOptions) {
      super(address, protocols, { ...options, headers })
      // Whoever leaves while it is being opened hears of that when nobody listens any more.
      this.on('error', () => undefined)
    }
  }
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: PersonSocket,
    delay: 20,
    minDelay: 10,
    maxDelay: 100,
  })
  const ydoc = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: who.documentId,
    document: ydoc,
    token: String(who.version ?? schemaVersion),
  })
  provider.attach()
  const closings: unknown[] = []
  provider.on('close', ({ event }: { event: { code?: number; reason?: string } }) =>
    closings.push(`${event.code} ${event.reason}`),
  )
  return {
    ydoc,
    provider,
    type(text) {
      ydoc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph')
        paragraph.insert(0, [new Y.XmlText(text)])
        const fragment = ydoc.getXmlFragment(documentField)
        fragment.insert(fragment.length, [paragraph])
      })
    },
    text: () => JSON.stringify(toJson(ydoc)),
    saved: () => provider.isAuthenticated && provider.synced && !provider.hasUnsyncedChanges,
    standing: () =>
      JSON.stringify({
        isAuthenticated: provider.isAuthenticated,
        synced: provider.synced,
        unsyncedChanges: provider.unsyncedChanges,
        socket: socket.status,
        closings,
      }),
    leave() {
      provider.destroy()
      socket.destroy()
      ydoc.destroy()
    },
  }
}
