import { documentCreate } from '@kolo/domain/documents/documents.decide'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useOutbox } from '../../lib/hub.tsx'
import { enterDocument, leaveDocument, type OpenDocument } from './open-document.ts'
import { beginning, type Connection } from './standing.ts'

/** Holds a document open for as long as the screen shows it. */
export function useDocument(documentId: string): {
  readonly open: OpenDocument | undefined
  readonly connection: Connection
} {
  const [open, setOpen] = useState<OpenDocument>()
  const isOnItsWay = useIsOnItsWay(documentId)
  useEffect(() => {
    if (isOnItsWay) return undefined
    setOpen(enterDocument(documentId))
    return () => {
      setOpen(undefined)
      leaveDocument(documentId)
    }
  }, [documentId, isOnItsWay])
  const connection = useSyncExternalStore(open?.subscribe ?? never, open?.connection ?? empty)
  return { open, connection }
}

/** Whether the server may not know the document yet: it was created here a moment ago, or without a network. */
function useIsOnItsWay(documentId: string): boolean {
  return useOutbox().items.some(
    ({ name, input, state }) =>
      name === documentCreate.name &&
      state !== 'refused' &&
      typeof input === 'object' &&
      input !== null &&
      'documentId' in input &&
      input.documentId === documentId,
  )
}

const never = () => () => undefined
const empty = () => beginning

/** Somebody who has the document open. */
export type Present = { readonly id: string; readonly name: string; readonly color: string }

/** Who is in the document now, each person once, whatever the number of their windows. */
export function usePresent(open: OpenDocument | undefined): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>([])
  useEffect(() => {
    const awareness = open?.provider.awareness
    if (!awareness) return
    const look = (): void => {
      const people = new Map<string, Present>()
      for (const [clientId, state] of awareness.getStates()) {
        const shown = clientId === awareness.clientID ? undefined : shownOf(state['user'])
        if (shown) people.set(shown.id, shown)
      }
      setPresent([...people.values()])
    }
    awareness.on('change', look)
    look()
    return () => awareness.off('change', look)
  }, [open])
  return present
}

function shownOf(user: unknown): Present | undefined {
  if (typeof user !== 'object' || user === null || !('personId' in user) || !('name' in user)) return undefined
  const organization = 'organization' in user && typeof user.organization === 'string' ? user.organization : undefined
  const color = 'color' in user && typeof user.color === 'string' ? user.color : '#5b6770'
  const name = String(user.name)
  return { id: String(user.personId), name: organization === undefined ? name : `${name} · ${organization}`, color }
}
