import { threadMarkRead } from '@kolo/domain/threads/threads.decide'
import { useCallback, useEffect, useRef } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useReads } from './threads.data.ts'

const atMostEvery = 2_000

/** Remembers how far I have read; several steps within two seconds become one. Nothing is read in a hidden tab. */
export function useMarkRead(threadId: string): (number: number) => void {
  const send = useSend()
  const { personalSpaceId: spaceId } = useSession()
  const reads = useReads()
  const known = useRef<number>(undefined)
  useEffect(() => {
    if (reads) known.current = Math.max(reads[threadId] ?? 0, known.current ?? 0)
  }, [reads, threadId])
  const seen = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sentAt = useRef(0)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (known.current === undefined || seen.current <= known.current) return
    known.current = seen.current
    sentAt.current = Date.now()
    void send(threadMarkRead, 'threads.markRead', { spaceId, threadId, number: seen.current })
  }, [send, spaceId, threadId])
  const isReady = reads !== undefined
  useEffect(() => {
    if (isReady) flush()
    return flush
  }, [flush, isReady])
  return useCallback(
    (number) => {
      if (document.visibilityState !== 'visible' || number <= seen.current) return
      seen.current = number
      timer.current ??= setTimeout(flush, Math.max(0, sentAt.current + atMostEvery - Date.now()))
    },
    [flush],
  )
}
