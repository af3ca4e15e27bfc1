import type { Actor } from '@kolo/domain/core/decide'
import type { Message, Thread } from '@kolo/domain/threads/threads'
import { messageDelete, messageEdit, messagePost, threadMarkRead, threadReopen, threadResolve, threadStart } from '@kolo/domain/threads/threads.decide'
import { messagePage } from '@kolo/domain/threads/threads.fold'
import { uuidv7 } from '@kolo/sync'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useBrought, useSend, useSpace } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { api } from '../../lib/trpc.ts'
import { useTold } from '../../lib/told.ts'

const pageSize = 50

/** The threads of a space with what is unread; the newest word first. */
export function useThreads(spaceId: string): { readonly threads: readonly (Thread & { readonly unread: number })[] | undefined; readonly me: Actor } {
  const { state, me } = useSpace(spaceId)
  const { personalSpaceId } = useSession()
  const { state: own } = useSpace(personalSpaceId)
  const threads = useMemo(() => {
    if (!state) return undefined
    return Object.values(state.threads)
      .map((thread) => ({ ...thread, unread: Math.max(0, thread.lastNumber - (own?.reads[thread.id] ?? 0)) }))
      .toSorted((a, b) => (b.lastMessageAt ?? b.startedAt).localeCompare(a.lastMessageAt ?? a.startedAt))
  }, [state, own])
  return { threads, me }
}

/** A thread's messages: the newest page, kept current by the log, and older ones on demand. */
export function useMessages(spaceId: string, threadId: string) {
  const pages = useInfiniteQuery({
    queryKey: ['messages', threadId],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      api.threads.messages.query({ threadId, limit: pageSize, ...(pageParam === undefined ? {} : { before: pageParam }) }),
    getNextPageParam: (page) => (page.messages.length < pageSize ? undefined : page.messages[0]?.number),
    staleTime: 0,
  })
  const loaded = useMemo(() => {
    const [newest] = pages.data?.pages ?? []
    if (!newest) return undefined
    // Every page is brought to now from the oldest read: folding an event twice changes nothing.
    const seq = Math.min(...pages.data!.pages.map((page) => page.seq))
    const messages = pages.data!.pages.toReversed().flatMap((page) => page.messages)
    return { threadId, messages, seq }
  }, [pages.data, threadId])
  const brought = useBrought(spaceId, messagePage, loaded)
  return { messages: brought?.messages, pages }
}

/** What can be done in a thread; refusals are told. */
export function useThreadCommands(spaceId: string, threadId: string) {
  const send = useSend()
  const told = useTold()
  return useMemo(
    () => ({
      post: (body: string, fileIds: readonly string[]) =>
        told(send(messagePost, 'threads.post', { spaceId, threadId, messageId: uuidv7(), body, fileIds: [...fileIds] })),
      edit: (message: Message, body: string) => told(send(messageEdit, 'threads.edit', { spaceId, threadId, messageId: message.id, body })),
      remove: (message: Message) => told(send(messageDelete, 'threads.delete', { spaceId, threadId, messageId: message.id })),
      resolve: () => told(send(threadResolve, 'threads.resolve', { spaceId, threadId })),
      reopen: () => told(send(threadReopen, 'threads.reopen', { spaceId, threadId })),
    }),
    [send, told, spaceId, threadId],
  )
}

/** Starts a thread with its first message; gives the thread's id at once. */
export function useStartThread(spaceId: string): (title: string, body: string) => string {
  const send = useSend()
  const told = useTold()
  return (title, body) => {
    const threadId = uuidv7()
    void told(send(threadStart, 'threads.start', { spaceId, threadId, title, subject: { kind: 'space' } }))
    if (body.trim()) void told(send(messagePost, 'threads.post', { spaceId, threadId, messageId: uuidv7(), body, fileIds: [] }))
    return threadId
  }
}

const coalesced = 1_000

/** Remembers how far the thread was read while it is looked at; several messages in a row are one command. */
export function useMarkRead(threadId: string, lastNumber: number): void {
  const { personalSpaceId } = useSession()
  const { state } = useSpace(personalSpaceId)
  const send = useSend()
  const read = state?.reads[threadId] ?? 0
  const loaded = state !== undefined
  useEffect(() => {
    if (!loaded || lastNumber <= read || document.hidden) return
    const timer = setTimeout(
      () => void send(threadMarkRead, 'threads.markRead', { spaceId: personalSpaceId, threadId, number: lastNumber }),
      coalesced,
    )
    return () => clearTimeout(timer)
  }, [loaded, read, lastNumber, threadId, personalSpaceId, send])
}
