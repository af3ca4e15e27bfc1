import { type Document, type Extension, type Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import { checkPlaces, decodeUpdate, UpdateRejected } from '@kolo/editor'
import * as Y from 'yjs'
import { noRoom, type Written } from '../../features/documents/document-log.ts'
import { loadText } from '../../features/documents/document-text.ts'
import type { Reads } from '../../kernel/transaction.ts'
import { admit } from './admission.ts'
import { guardAwareness } from './awareness.ts'
import type { CollabContext } from './client-socket.ts'
import type { ForeignCarets } from './foreign-carets.ts'
import type { ForeignUpdates } from './foreign-updates.ts'
import { type FrameGuard, syncKinds } from './frame-guard.ts'
import { Refused, retry } from './refused.ts'
import { NotAllowed, type UpdateQueue } from './update-queue.ts'

const nearlyFull = 0.99

/** What the hooks work with. */
export type HookOptions = {
  readonly db: Reads
  readonly queue: UpdateQueue
  readonly foreign: ForeignUpdates
  readonly carets: ForeignCarets
  readonly guard: FrameGuard
  /** After an update is stored and before it is applied. */
  readonly onStored: (documentId: string, number: number, bytes: number) => void
  /** Shortens a document's log where that helps. */
  readonly makeRoom: (documentId: string) => Promise<void>
  /** How many bytes of a document are stored at most. */
  readonly largestDocument: number
  readonly onError: (error: unknown) => void
  readonly hocuspocus: () => Hocuspocus<CollabContext>
}

/**
 * The hooks that make a document durable. Stock Hocuspocus applies and acknowledges an update before it stores it; here
 * `beforeSync`, which it awaits before it does either, stores. What throws is caught by Hocuspocus in these hooks (it is
 * not in `onChange`, which therefore isn't used) and ends the connection.
 */
export function documentHooks(options: HookOptions): Extension<CollabContext> {
  const { guard } = options
  return {
    onAuthenticate: async ({ context, documentName, token, connectionConfig }) => {
      const asked = { personId: context.personId, documentId: documentName, token }
      guard.enter(context, documentName)
      const admission = await orRetry(context, options, () => admit(options.db, asked))
      if (!admission) {
        guard.leave(context, documentName)
        throw new Refused('notFound')
      }
      connectionConfig.readOnly = admission.readOnly
      return { admission }
    },
    onLoadDocument: async ({ document, context, documentName }) => {
      const number = await orRetry(context, options, () => loadText(options.db, documentName, document))
      options.foreign.loaded(documentName, number)
    },
    connected: async ({ connection, context, documentName }) => {
      guard.connected(connection, documentName)
      if (!isCurrent(options.hocuspocus(), connection.document)) {
        // Unloaded in the very moment of connecting: what is written here would reach nobody.
        context.socket.end(1013)
        return
      }
      options.foreign.opened(documentName)
      if (context.admission?.outdated) connection.sendStateless(JSON.stringify({ kind: 'outdated' }))
      if ((context.admission?.bytes ?? 0) > options.largestDocument * nearlyFull)
        connection.sendStateless(JSON.stringify({ kind: 'full' }))
      // Rights may have ended while the document was loaded, when there was no connection yet to be closed.
      const still = await orRetry(context, options, () =>
        admit(options.db, { personId: context.personId, documentId: documentName, token: '' }),
      )
      if (!still) context.socket.end(4403)
    },
    beforeHandleMessage: async ({ connection, update }) => guard.frame(connection, update),
    beforeSync: async ({ type, payload, connection, document, context }) => {
      await guard.sync(connection, type)
      if (connection.readOnly || (type !== syncKinds.step2 && type !== syncKinds.update)) return
      const decoded = orRefuse(() => decodeUpdate(payload))
      if (!isCurrent(options.hocuspocus(), document)) retry(context)
      // After each reconnection the browser sends what the server may lack: mostly nothing.
      if (type === syncKinds.step2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return
      try {
        await checkedPlaces(options, document, decoded, context)
      } catch (error) {
        // What was typed around a reconnection may arrive before what it builds on: the browser then begins anew, and
        // offers everything at once. Where even that has no place, it never gets one.
        if (type === syncKinds.update && error instanceof UpdateRejected && error.reason === 'unplaced') retry(context)
        throw refusalOf(error)
      }
      const written = { personId: context.personId, update: payload, onlyRemoves: decoded.structs.length === 0 }
      options.onStored(document.name, await store(options, document.name, context, written), payload.byteLength)
    },
    onAwarenessUpdate: async ({ document, transactionOrigin: origin, added, updated, removed }) => {
      // Of connections here, which move them or end; what came from other nodes, or was forgotten here, is not ours to tell.
      const isOurs = origin === null || (isTransactionOrigin(origin) && origin.source === 'connection')
      if (isOurs) options.carets.moved(document, [...added, ...updated, ...removed])
    },
    beforeHandleAwareness: async (payload) => guardAwareness(payload),
    afterHandleMessage: async ({ context, update }) => context.socket.handled(update.byteLength),
    beforeUnloadDocument: async ({ documentName }) => {
      if (options.queue.isBusy(documentName)) throw new Refused('notStored')
    },
    afterUnloadDocument: async ({ documentName }) => options.foreign.unloaded(documentName),
  }
}

/** Whoever comes from another node may build on what was stored there and hasn't been heard of here: then it is read first. */
async function checkedPlaces(
  options: HookOptions,
  document: Document,
  decoded: ReturnType<typeof decodeUpdate>,
  context: CollabContext,
): Promise<void> {
  try {
    checkPlaces(document, decoded)
  } catch {
    await orRetry(context, options, () => options.foreign.check(document.name))
    checkPlaces(document, decoded)
  }
}

/** An update that must be neither stored nor applied ends the connection. */
function orRefuse<Output>(work: () => Output): Output {
  try {
    return work()
  } catch (error) {
    throw refusalOf(error)
  }
}

const refusalOf = (error: unknown): Refused =>
  error instanceof Refused ? error : new Refused(error instanceof UpdateRejected ? error.reason : 'malformed', 1008)

const isCurrent = (hocuspocus: Hocuspocus<CollabContext>, document: Document): boolean =>
  !document.isDestroyed && (hocuspocus.documents.get(document.name) ?? document) === document

async function store(
  options: HookOptions,
  documentId: string,
  context: CollabContext,
  written: Written,
): Promise<number> {
  const number = await orAgain(options, context, async () => {
    const first = await options.queue.append(documentId, written)
    if (first !== noRoom) return first
    await options.makeRoom(documentId)
    return options.queue.append(documentId, written)
  })
  if (number === noRoom) throw new Refused('documentTooLarge', 1008)
  return number
}

/** Not stored, hence neither applied nor acknowledged: the browser keeps it, comes back and offers it again. */
async function orAgain(options: HookOptions, context: CollabContext, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const refused = error instanceof NotAllowed
    if (!refused) options.onError(error)
    context.socket.end(refused ? 4403 : 1013)
    throw new Refused(refused ? 'rights changed' : 'retry', refused ? 4403 : 1013)
  }
}

/** A database that can't be asked must not look like a document that isn't there: the browser is to try again. */
async function orRetry<Output>(
  context: CollabContext,
  options: HookOptions,
  work: () => Promise<Output>,
): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    options.onError(error)
    return retry(context)
  }
}
