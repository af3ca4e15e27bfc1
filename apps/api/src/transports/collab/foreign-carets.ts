import type { Document, Hocuspocus } from '@hocuspocus/server'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { CollabContext } from './client-socket.ts'

/** Shows the carets of people at other nodes. Nothing of it is stored, and nothing lost if a frame is. */
export type ForeignCarets = {
  /** Carets of this node's connections have moved, come or gone. */
  moved(document: Document, clientIds: readonly number[]): void
  /** Another node sends carets of its connections. */
  heard(documentId: string, carets: string): void
  stop(): void
}

const tellEvery = 100
// Whose carets these are: so they go to the connections of this node, and not out to others again.
const fromOthers = { source: 'redis' } as const

/** Makes the relay; `tell` is called at most ten times a second for each document. */
export function foreignCarets(
  hocuspocus: () => Hocuspocus<CollabContext>,
  tell: (documentId: string, carets: string) => void,
): ForeignCarets {
  const waiting = new Map<Document, { readonly clientIds: Set<number>; readonly timer: NodeJS.Timeout }>()

  const tellNow = (document: Document): void => {
    const known = [...(waiting.get(document)?.clientIds ?? [])].filter((id) => document.awareness.meta.has(id))
    waiting.delete(document)
    if (known.length === 0) return
    tell(document.name, Buffer.from(encodeAwarenessUpdate(document.awareness, known)).toString('base64'))
  }
  return {
    moved(document, clientIds) {
      const open = waiting.get(document) ?? {
        clientIds: new Set<number>(),
        timer: setTimeout(() => tellNow(document), tellEvery),
      }
      waiting.set(document, open)
      for (const id of clientIds) open.clientIds.add(id)
    },
    heard(documentId, carets) {
      const document = hocuspocus().documents.get(documentId)
      if (!document) return
      try {
        applyAwarenessUpdate(document.awareness, Buffer.from(carets, 'base64'), fromOthers)
      } catch {
        // Not what a node sends: nobody's caret.
      }
    },
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
