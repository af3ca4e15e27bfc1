import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { Hocuspocus } from '@hocuspocus/server'
import { maxUpdateBytes } from '@kolo/editor'
import type { Envelope } from '@kolo/domain/events/envelope'
import type { Pool } from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { appendUpdates, maxDocumentBytes } from '../../features/documents/document-log.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { refuseUpgrade } from '../http/upgrades.ts'
import {
  type ClientSocket,
  clientSocket,
  closeReasons,
  type CollabContext,
  type CollabPerson,
} from './client-socket.ts'
import { compaction } from './compaction.ts'
import { documentHooks } from './document-hooks.ts'
import { foreignCarets } from './foreign-carets.ts'
import { foreignUpdates } from './foreign-updates.ts'
import { documentsOfSocket, frameGuard } from './frame-guard.ts'
import { personIntake } from './person-intake.ts'
import { type PersonLines, personLines } from './person-lines.ts'
import { revisions } from './revisions.ts'
import { updateQueue } from './update-queue.ts'

/** Where browsers connect for documents. */
export const collabPath = '/collab'

/** The document connections of this node. */
export type Collab = {
  /** Takes over an upgrade to `collabPath`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends connections at once: of a session, or of a person. */
  disconnect(what: { readonly personId?: string; readonly sessionId?: string }): void
  /** Ends the person's connections to documents of a space; whoever still has rights there comes back with those. */
  closeConnections(personId: string, spaceId: string): void
  /** Who is connected to documents of which space. */
  granted(): { readonly personId: string; readonly spaceId: string }[]
  /** The sessions of those that are connected. */
  sessionIds(): string[]
  /** Calls back when this node has stored updates: the number that a document's log has reached. */
  onStored(listener: (documentId: string, number: number) => void): void
  /** Another node says that a document's log has reached this number. */
  heard(documentId: string, number: number): void
  /** Calls back with carets of this node's connections, a few times a second. */
  onCarets(listener: (documentId: string, carets: string) => void): void
  /** Another node sends carets of its connections. */
  heardCarets(documentId: string, carets: string): void
  /** Looks for updates of other nodes that nobody told. */
  check(): Promise<void>
  close(): Promise<void>
}

/** What the composition root gives. */
export type CollabOptions = {
  readonly kernel: Kernel
  readonly pool: Pool
  readonly authenticate: (headers: Headers) => Promise<CollabPerson | undefined>
  readonly originAllowed: (origin: string | undefined, host: string | undefined) => boolean
  readonly onError: (error: unknown) => void
  /** How long after the last update the log is told, ms. */
  readonly quiet?: number
  /** A snapshot is taken after this many updates. */
  readonly snapshotEvery?: number
  /** How many bytes of a document are stored at most. */
  readonly largestDocument?: number
}

/** Serves documents over `ws`: granted by `space_member`, stored before applied, sent on or acknowledged. */
export function serveCollab(options: CollabOptions): Collab {
  const { kernel, pool, onError } = options
  const sockets = new Set<ClientSocket>()
  const lines = personLines()
  const intake = personIntake()
  const wss = new WebSocketServer({ noServer: true, maxPayload: maxUpdateBytes + 4_096, perMessageDeflate: false })
  const largestDocument = options.largestDocument ?? maxDocumentBytes
  const queue = updateQueue((documentId, batch) =>
    appendUpdates(pool, documentId, batch, new Date().toISOString(), largestDocument),
  )
  const told = revisions({ kernel, quiet: options.quiet ?? 5_000, longest: 60_000, onError })
  const snapshots = compaction({ pool, db: kernel.reads, snapshotEvery: options.snapshotEvery ?? 500, onError })
  const storedListeners: ((documentId: string, number: number) => void)[] = []
  const foreign = foreignUpdates({ db: kernel.reads, onError, hocuspocus: () => hocuspocus })
  const caretListeners: ((documentId: string, carets: string) => void)[] = []
  const carets = foreignCarets(
    () => hocuspocus,
    (documentId, moved) => caretListeners.forEach((listener) => listener(documentId, moved)),
  )
  const hooks = documentHooks({
    db: kernel.reads,
    queue,
    foreign,
    carets,
    guard: frameGuard(),
    makeRoom: snapshots.makeRoom,
    largestDocument,
    onStored: (documentId, number, bytes) => {
      told.touch(documentId)
      snapshots.stored(documentId, number, bytes)
      foreign.stored(documentId, number)
      for (const listener of storedListeners) listener(documentId, number)
    },
    onError,
    hocuspocus: () => hocuspocus,
  })
  const hocuspocus: Hocuspocus<CollabContext> = new Hocuspocus<CollabContext>({
    quiet: true,
    extensions: [hooks],
    // What comes before one is let in: of so many documents, and what a page has written meanwhile.
    maxPendingDocuments: documentsOfSocket,
    maxUnauthenticatedQueueSize: 2 * maxUpdateBytes,
  })
  told.resume().catch(onError)

  const endWhere = (ends: (context: CollabContext, documentId: string) => boolean): void => {
    for (const document of hocuspocus.documents.values()) {
      for (const connection of document.getConnections()) {
        if (!ends(connection.context, document.name)) continue
        connection.close({ code: 4403, reason: closeReasons[4403] })
        connection.context.socket.end(4403)
      }
    }
  }
  const closeConnections = (personId: string, spaceId: string): void =>
    endWhere((context) => context.personId === personId && context.admission?.spaceId === spaceId)
  const stopListening = kernel.log.subscribe((events) => followRights(events, closeConnections, endWhere))

  return {
    upgrade(request, socket, head) {
      accept(options, { wss, lines, request, socket, head }, (ws, person) => {
        const url = `http://localhost${collabPath}`
        lines.add(person.personId, ws)
        const onClose = (ended: ClientSocket) => sockets.delete(ended)
        sockets.add(clientSocket(ws, { person, hocuspocus, url, intake, onError, onClose }))
      })
    },
    disconnect({ personId, sessionId }) {
      for (const socket of sockets) {
        if (socket.person.personId === personId || socket.person.sessionId === sessionId) socket.end(4403)
      }
    },
    closeConnections,
    granted: () =>
      [...hocuspocus.documents.values()]
        .flatMap((document) => document.getConnections())
        .flatMap(({ context: { personId, admission } }) =>
          admission ? [{ personId, spaceId: admission.spaceId }] : [],
        ),
    sessionIds: () => [...sockets].map(({ person }) => person.sessionId),
    onStored: (listener) => void storedListeners.push(listener),
    heard: foreign.heard,
    onCarets: (listener) => void caretListeners.push(listener),
    heardCarets: carets.heard,
    check: () => foreign.check(),
    async close() {
      stopListening()
      // First of all: an upgrade that is under way would come in after the others were sent off, and stay.
      wss.close()
      for (const socket of sockets) socket.end(1001)
      carets.stop()
      await queue.idle()
      await told.flush()
    },
  }
}

/** Rights are leases: whoever's grant changes, and whoever reads a document that is put away or taken out, connects anew. */
function followRights(
  events: readonly Envelope[],
  closeConnections: Collab['closeConnections'],
  endWhere: (ends: (context: CollabContext, documentId: string) => boolean) => void,
): void {
  for (const { type, spaceId, payload } of events) {
    if (type === 'member.left' || type === 'member.joined') closeConnections(String(payload['personId']), spaceId)
    if (type === 'document.archived' || type === 'document.restored') {
      endWhere((_context, documentId) => documentId === payload['documentId'])
    }
  }
}

/** An upgrade that was asked for, and what takes it over. */
type Asked = {
  readonly wss: WebSocketServer
  readonly lines: PersonLines
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** Checks origin, session and number before anything of the protocol is spoken. */
function accept(
  options: CollabOptions,
  { wss, lines, request, socket, head }: Asked,
  use: (ws: WebSocket, person: CollabPerson) => void,
): void {
  socket.on('error', () => socket.destroy())
  if (!options.originAllowed(request.headers.origin, request.headers.host)) {
    refuseUpgrade(socket, '403 Forbidden')
    return
  }
  options.authenticate(new Headers({ cookie: request.headers.cookie ?? '' })).then(
    (person) => {
      if (!person) return refuseUpgrade(socket, '401 Unauthorized')
      if (!lines.hasRoom(person.personId)) return refuseUpgrade(socket, '429 Too Many Requests')
      wss.handleUpgrade(request, socket, head, (ws) => use(ws, person))
    },
    (error: unknown) => {
      options.onError(error)
      refuseUpgrade(socket, '503 Service Unavailable')
    },
  )
}
