import { threadMarkRead } from '@kolo/domain/threads/threads.decide'
import { useCallback, useEffect, useMemo } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { readMarker } from './read-marker.ts'
import { useReads } from './threads.data.ts'

function later(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}

/** Remembers how far I have read; several steps within two seconds become one. Nothing is read in a hidden tab. */
export function useMarkRead(threadId: string): (number: number) => void {
  const send = useSend()
  const { personalSpaceId: spaceId } = useSession()
  const reads = useReads()
  const marker = useMemo(() => {
    const mark = (number: number): void => void send(threadMarkRead, 'threads.markRead', { spaceId, threadId, number })
    return readMarker({ mark, now: Date.now, later })
  }, [send, spaceId, threadId])
  useEffect(() => {
    if (reads) marker.known(reads[threadId] ?? 0)
  }, [marker, reads, threadId])
  const isReady = reads !== undefined
  useEffect(() => {
    if (isReady) marker.flush()
    return marker.flush
  }, [marker, isReady])
  return useCallback(
    (number) => {
      if (document.visibilityState === 'visible') marker.saw(number)
    },
    [marker],
  )
}
