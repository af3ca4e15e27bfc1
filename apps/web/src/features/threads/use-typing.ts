import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useHub, useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'

const announceEvery = 3_000
const silentAfter = 5_000

/** Who else is writing in a thread, and telling others that I am. */
export function useTyping(
  spaceId: string,
  threadId: string,
): { readonly names: readonly string[]; touch(): void; stop(): void } {
  const { client, personId } = useHub()
  const { present } = useSpace(spaceId)
  const { lookup } = usePeople()
  const announcedAt = useRef(0)
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = useCallback(() => {
    clearTimeout(silence.current)
    if (announcedAt.current === 0) return
    announcedAt.current = 0
    client.type(null)
  }, [client])
  const touch = useCallback(() => {
    clearTimeout(silence.current)
    silence.current = setTimeout(stop, silentAfter)
    if (Date.now() - announcedAt.current < announceEvery) return
    announcedAt.current = Date.now()
    client.type(threadId)
  }, [client, threadId, stop])
  useEffect(() => stop, [stop])
  const names = useMemo(
    () =>
      present
        .filter((person) => person.typing === threadId && person.personId !== personId)
        .map((person) => lookup(person.personId).name),
    [present, threadId, personId, lookup],
  )
  return { names, touch, stop }
}
