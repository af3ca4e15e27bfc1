import { threadMarkRead } from '@kolo/domain/threads/threads.decide'
import type { OutboxItem } from '@kolo/sync'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useHub, useOutbox } from './hub.tsx'

/** Whether the server speaks a newer protocol than this page, which then sends nothing more. */
export function useIsOutdated(): boolean {
  const { client } = useHub()
  return useSyncExternalStore(client.subscribe, client.outdated)
}

/** What the person has written and isn't saved yet, or was refused; in a page that is too old, it says what it waits for. */
export function useUnsent(): ReturnType<typeof useOutbox> {
  const { items, discard, resend } = useOutbox()
  const isOutdated = useIsOutdated()
  const written = useMemo(() => {
    const own = items.filter((item) => !isMark(item))
    return isOutdated ? own.map(waitingForReload) : own
  }, [items, isOutdated])
  return { items: written, discard, resend }
}

/** Nobody has to decide about how far they had read: the next look tells it again. */
export function useForgetRefusedMarks(): void {
  const { items, discard } = useOutbox()
  useEffect(() => {
    for (const item of items) if (isMark(item) && item.state === 'refused') discard(item.commandId)
  }, [items, discard])
}

const isMark = ({ name }: OutboxItem): boolean => name === threadMarkRead.name

/** What this page alone has would be lost by loading it again. */
const waitingForReload = (item: OutboxItem): OutboxItem =>
  item.state === 'refused' || item.onlyInMemory ? item : { ...item, refusal: { code: 'versionMismatch', details: {} } }
