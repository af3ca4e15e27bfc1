import { type Connection, IncomingMessage, MessageType } from '@hocuspocus/server'
import { type Allowances, allowances } from '../allowances.ts'
import type { ClientSocket, CollabContext } from './client-socket.ts'
import { Refused, retry } from './refused.ts'
import { turns } from './turns.ts'

/** Keeps what anybody sends from taking what others need: before a document is opened, before each frame, before each sync. */
export type FrameGuard = {
  /** Somebody opens a document; throws where it is one too many. */
  enter(context: CollabContext, documentId: string): void
  /** They weren't let in. */
  leave(context: CollabContext, documentId: string): void
  connected(connection: Connection<CollabContext>, documentId: string): void
  frame(connection: Connection<CollabContext>, frame: Uint8Array): Promise<void>
  sync(connection: Connection<CollabContext>, type: number): Promise<void>
}

/** The kinds of y-protocols' sync messages: what one lacks, what the other lacked, and what is new. */
export const syncKinds = { step1: 0, step2: 1, update: 2 } as const

/** How many documents a line may hold; a browser has one on each of its lines. */
export const documentsOfSocket = 20

/**
 * Makes the guard of a node. Typing, with a key held down, is sixty frames a second; what was typed without a line comes
 * all at once, and whoever is then cut off comes back with it as one. Opening a document includes telling each other once
 * what is lacking: that goes through the whole text, and no browser asks for it again on the same line.
 */
export function frameGuard(clock: () => number = Date.now): FrameGuard {
  const frames = allowances({ burst: 2_000, perSecond: 200 }, { clock })
  const entries = allowances({ burst: 200, perSecond: 5 }, { clock })
  const wholeTexts = allowances({ burst: 10, perSecond: 1 }, { clock })
  const turn = turns()
  const held = new WeakMap<ClientSocket, Set<string>>()
  const done = new WeakMap<Connection<CollabContext>, Set<number>>()
  const orRetry = (allowed: Allowances, context: CollabContext): void => {
    if (!allowed.take(context.personId)) retry(context)
  }

  return {
    enter(context, documentId) {
      orRetry(entries, context)
      const documents = held.get(context.socket) ?? new Set()
      held.set(context.socket, documents)
      // `<document>\0<anything>` would be the same document once more, a thousand times on one line.
      if (documents.has(documentId) || documents.size >= documentsOfSocket) throw new Refused('tooMany')
      documents.add(documentId)
    },
    leave: ({ socket }, documentId) => void held.get(socket)?.delete(documentId),
    connected: (connection, documentId) =>
      void connection.onClose(() => held.get(connection.context.socket)?.delete(documentId)),
    async frame(connection, frame) {
      orRetry(frames, connection.context)
      if (kindOf(frame) !== MessageType.QueryAwareness) return turn.next()
      // All carets at once: no browser of ours asks for them.
      orRetry(wholeTexts, connection.context)
      return turn.alone()
    },
    async sync(connection, type) {
      if (type === syncKinds.update) return
      const kinds = done.get(connection) ?? new Set()
      done.set(connection, kinds)
      if (kinds.has(type)) orRetry(wholeTexts, connection.context)
      kinds.add(type)
      await turn.alone()
      // Nobody hears the answer any more.
      if (type === syncKinds.step1 && connection.webSocket.readyState !== 1) throw new Refused('closed')
    },
  }
}

function kindOf(frame: Uint8Array): number {
  const message = new IncomingMessage(frame)
  message.readVarString()
  return message.readVarUint()
}
