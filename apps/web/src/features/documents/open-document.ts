import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { schemaVersion } from '@kolo/editor'
import * as Y from 'yjs'
import { pageOf } from '../../lib/page-of.ts'
import { noteDocument } from '../../lib/unsaved-documents.ts'
import { comeBack } from './come-back.ts'
import { beginning, type Connection, followProvider } from './standing.ts'
import { wordsAfter, writtenHere } from './unsaved-words.ts'

/** A document held open by this page. */
export type OpenDocument = {
  readonly ydoc: Y.Doc
  readonly provider: HocuspocusProvider
  readonly connection: () => Connection
  readonly subscribe: (listener: () => void) => () => void
}

type Held = { readonly open: OpenDocument; users: number; close(): void }
const held = new Map<string, Held>()

/**
 * Opens a document, or finds it open. It stays open after `leave` for as long as something of it isn't saved, so that
 * going to another screen loses nothing.
 */
export function enterDocument(documentId: string): OpenDocument {
  const known = held.get(documentId) ?? connect(documentId)
  held.set(documentId, known)
  known.users += 1
  return known.open
}

/** Takes back one `enterDocument`. */
export function leaveDocument(documentId: string): void {
  const known = held.get(documentId)
  if (!known) return
  known.users -= 1
  // A screen that is drawn anew leaves and enters in one breath.
  setTimeout(() => closeWhenSaved(documentId, known), 500)
}

const isUnsaved = (open: OpenDocument): boolean => open.connection().unsaved === true

function closeWhenSaved(documentId: string, known: Held): void {
  if (known.users > 0 || held.get(documentId) !== known) return
  if (isUnsaved(known.open)) {
    const stop = known.open.subscribe(() => {
      if (isUnsaved(known.open)) return
      stop()
      closeWhenSaved(documentId, known)
    })
    return
  }
  held.delete(documentId)
  known.close()
}

function connect(documentId: string): Held {
  const listeners = new Set<() => void>()
  const ydoc = new Y.Doc()
  let savedUpTo = 0
  let state: Connection = { ...beginning, unsavedWords: () => wordsAfter(ydoc, savedUpTo) }
  const note = (): void =>
    noteDocument(documentId, location.pathname, {
      unsaved: state.unsaved === true,
      isRefused: state.status === 'refused' || state.outdated,
    })
  const show = (change: Partial<Connection>): void => {
    const next = { ...state, ...change }
    if (change.status === 'saved') savedUpTo = writtenHere(ydoc)
    if ((Object.keys(next) as (keyof Connection)[]).every((key) => next[key] === state[key])) return
    state = next
    note()
    for (const listener of listeners) listener()
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
    delay: 500,
    minDelay: 300,
    maxDelay: 5_000,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentId,
    document: ydoc,
    // Not a secret: the session travels in the cookie. It says which texts this page understands, and whose it is.
    token: `${schemaVersion} ${pageOf()}`,
  })
  const weigh = followProvider(provider, () => state, show, { closed: () => comeBack({ socket, provider }) })
  provider.attach()
  const stopWatching = watchNetwork(socket, weigh)
  return {
    users: 0,
    open: {
      ydoc,
      provider,
      connection: () => state,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    close() {
      stopWatching()
      listeners.clear()
      provider.destroy()
      socket.destroy()
      ydoc.destroy()
    },
  }
}

/** The browser knows at once when the line is cut, and when it is worth another try. */
function watchNetwork(socket: HocuspocusProviderWebsocket, changed: () => void): () => void {
  const online = (): void => {
    changed()
    void socket.connect()
  }
  window.addEventListener('online', online)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', online)
    window.removeEventListener('offline', changed)
  }
}
