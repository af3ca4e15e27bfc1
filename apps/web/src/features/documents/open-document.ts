import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { schemaVersion } from '@kolo/editor'
import * as Y from 'yjs'

/** How it stands with the line and with what was written. */
export type DocumentStatus =
  | 'connecting'
  | 'saved'
  | 'saving'
  /** No line: what is written waits in this page. */
  | 'waiting'
  /** The server won't take the last change. */
  | 'refused'
  /** Absent, or closed to the person. */
  | 'unreachable'

/** What the screen shows of a connection; replaced when something changes. */
export type Connection = {
  readonly status: DocumentStatus
  readonly readOnly: boolean
  /** The page is older or newer than the server: it may only read. */
  readonly outdated: boolean
  /** The text has been here since the page was opened. */
  readonly loaded: boolean
}

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

/** Whether something that was written here isn't saved yet: the page shouldn't be closed. */
export function hasUnsaved(): boolean {
  return [...held.values()].some(({ open }) => isUnsaved(open))
}

const isUnsaved = (open: OpenDocument): boolean => {
  const { status, readOnly } = open.connection()
  return !readOnly && (status === 'saving' || (status === 'waiting' && open.provider.hasUnsyncedChanges))
}

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
  let state: Connection = { status: 'connecting', readOnly: true, outdated: false, loaded: false }
  const show = (change: Partial<Connection>): void => {
    const next = { ...state, ...change }
    if ((Object.keys(next) as (keyof Connection)[]).every((key) => next[key] === state[key])) return
    state = next
    for (const listener of listeners) listener()
  }
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
    delay: 500,
    minDelay: 300,
    maxDelay: 5_000,
  })
  const ydoc = new Y.Doc()
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentId,
    document: ydoc,
    // Not a secret: the session travels in the cookie. It says which texts this page understands.
    token: String(schemaVersion),
  })
  const weigh = follow(provider, () => state, show)
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

/** The server neither stores nor applies what was sent, and never will. */
const policyViolation = 1008

/** Turns what the provider tells into one word. *Saved* is said only after the server has acknowledged everything. */
function follow(
  provider: HocuspocusProvider,
  state: () => Connection,
  show: (change: Partial<Connection>) => void,
): () => void {
  const weigh = (): void => {
    if (state().status === 'unreachable' || state().status === 'refused') return
    const cut = !provider.isAuthenticated || (!navigator.onLine && provider.hasUnsyncedChanges)
    if (cut) show({ status: state().loaded ? 'waiting' : 'connecting' })
    else if (!provider.isSynced || provider.hasUnsyncedChanges)
      show({ status: state().loaded ? 'saving' : 'connecting' })
    else show({ status: 'saved', loaded: true })
  }
  provider.on('authenticated', ({ scope }: { scope: string }) => {
    show({ readOnly: scope === 'readonly', outdated: false, status: state().loaded ? 'saving' : 'connecting' })
    // The others are told anew, with a newer clock than before the line was cut.
    provider.awareness?.setLocalState(provider.awareness.getLocalState() ?? {})
  })
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    if (reason === 'notFound') show({ status: 'unreachable' })
  })
  provider.on('stateless', ({ payload }: { payload: string }) => {
    if (payload.includes('"outdated"')) show({ outdated: true, readOnly: true })
  })
  provider.on('synced', weigh)
  provider.on('unsyncedChanges', weigh)
  provider.on('disconnect', weigh)
  provider.on('close', ({ event }: { event: { code?: number } }) => {
    if (event.code === policyViolation) show({ status: 'refused' })
    else weigh()
  })
  return weigh
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
