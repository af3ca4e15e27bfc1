import type { Thread } from '@kolo/domain/threads/threads'
import { type MessagePage, messagePage } from '@kolo/domain/threads/threads.fold'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useBrought, useConnection } from '../../lib/hub.tsx'
import { api } from '../../lib/trpc.ts'

const pageSize = 50
type Loaded = MessagePage & { readonly seq: number }

/** The newest messages of a thread, kept current by the space's events, and older ones page by page. */
export function useMessages(spaceId: string, thread: Thread, isStarting: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['messages', thread.id],
    queryFn: ({ pageParam }) =>
      api.threads.messages.query({
        threadId: thread.id,
        limit: pageSize,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ messages }: Loaded) => {
      const first = messages[0]?.number ?? 1
      return first > 1 ? first : undefined
    },
    // Events keep the pages current; hints needn't fetch them again.
    staleTime: 'static',
    // A thread that was just started is known here before it is known there.
    enabled: !isStarting,
  })
  const loaded = useMemo(() => query.data && joined(query.data.pages), [query.data])
  const nothing = useMemo((): Loaded => ({ threadId: thread.id, messages: [], seq: 0 }), [thread.id])
  const page = useBrought(spaceId, messagePage, loaded ?? nothing)
  const messages = page?.messages ?? nothing.messages
  const isBehind = loaded !== undefined && (messages.at(-1)?.number ?? 0) < thread.lastNumber
  useRefetchWhenBehind(query.refetch, isBehind)
  return {
    messages,
    // A new thread's events are all here, whether or not its page has come.
    isLoaded: loaded !== undefined || messages.length === thread.lastNumber,
    /** The newest messages are still under way, or there is no network to ask for them. */
    isBehind,
    error: loaded ? null : query.error,
    retry: () => void query.refetch(),
    hasOlder: query.hasNextPage,
    isLoadingOlder: query.isFetchingNextPage,
    loadOlder: query.fetchNextPage,
  }
}

/** Numbers have no gaps: whoever misses the newest ones, or was away, asks for the pages again. */
function useRefetchWhenBehind(refetch: () => Promise<unknown>, isBehind: boolean): void {
  const online = useConnection() === 'live'
  const wasOnline = useRef(online)
  useEffect(() => {
    if (isBehind || (online && !wasOnline.current)) void refetch()
    wasOnline.current = online
  }, [refetch, isBehind, online])
}

/** Pages, the newest first, as one; as of the oldest seq, since folding an event twice changes nothing. */
function joined(pages: readonly Loaded[]): Loaded {
  return {
    threadId: pages[0]?.threadId ?? '',
    messages: pages.toReversed().flatMap(({ messages }) => messages),
    seq: Math.min(...pages.map(({ seq }) => seq)),
  }
}
