import {
  editMessageInput,
  postMessageInput,
  startThreadInput,
  type Subject,
  type Thread,
} from '@kolo/domain/threads/threads'
import {
  messageDelete,
  messageEdit,
  messagePost,
  threadRename,
  threadReopen,
  threadResolve,
  threadStart,
} from '@kolo/domain/threads/threads.decide'
import { type OutboxItem, uuidv7 } from '@kolo/sync'
import { useMemo } from 'react'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTold } from '../../lib/told.ts'
import { useUnsent } from '../../lib/unsent.ts'
import { spokesman } from '../../lib/unsent-text.ts'

/** What somebody is about to say. */
export type Words = { readonly body: string; readonly fileIds: readonly string[] }

/** What a person can do in the discussion of a space. A refused message stays in the thread; other refusals are told. */
export function useThreadCommands(spaceId: string) {
  const send = useSend()
  const told = useTold()
  return useMemo(() => {
    const post = (threadId: string, { body, fileIds }: Words): void =>
      void send(messagePost, 'threads.post', { spaceId, threadId, messageId: uuidv7(), body, fileIds: [...fileIds] })
    return {
      post,
      /** Starts a thread with its first message; gives its id at once. */
      start(title: string, subject: Subject, words: Words): string {
        const threadId = uuidv7()
        void told(send(threadStart, 'threads.start', { spaceId, threadId, title, subject }))
        if (words.body.trim() !== '' || words.fileIds.length > 0) post(threadId, words)
        return threadId
      },
      edit: (threadId: string, messageId: string, body: string) =>
        told(send(messageEdit, 'threads.edit', { spaceId, threadId, messageId, body })),
      remove: (threadId: string, messageId: string) =>
        told(send(messageDelete, 'threads.delete', { spaceId, threadId, messageId })),
      rename: (threadId: string, title: string) =>
        told(send(threadRename, 'threads.rename', { spaceId, threadId, title })),
      resolve: (threadId: string) => told(send(threadResolve, 'threads.resolve', { spaceId, threadId })),
      reopen: (threadId: string) => told(send(threadReopen, 'threads.reopen', { spaceId, threadId })),
    }
  }, [send, told, spaceId])
}

/** How far I have read, by thread; undefined until my own space is there. */
export function useReads(): Readonly<Record<string, number>> | undefined {
  const { personalSpaceId } = useSession()
  return useSpace(personalSpaceId).state?.reads
}

/** How many messages of a thread I haven't seen; none as long as it isn't known. */
export const unreadIn = (
  thread: Pick<Thread, 'id' | 'lastNumber'>,
  reads: Readonly<Record<string, number>> | undefined,
): number => (reads ? Math.max(0, thread.lastNumber - (reads[thread.id] ?? 0)) : 0)

/** How many of my own new messages are on their way, by thread: they count there, and aren't unread. */
export function useUnsentPosts(): ReadonlyMap<string, number> {
  const { items } = useUnsent()
  return useMemo(() => {
    const posts = new Map<string, number>()
    for (const { name, state, input } of items) {
      const threadId = name === messagePost.name && state !== 'refused' && threadOf(input)
      if (threadId) posts.set(threadId, (posts.get(threadId) ?? 0) + 1)
    }
    return posts
  }, [items])
}

/** My own messages of a thread that the server hasn't confirmed. */
export type Unsaved = {
  readonly isStarting: boolean
  /** New messages. */
  readonly posts: ReadonlySet<string>
  /** By message: that of its commands which says what all of them wait for. */
  readonly unsent: ReadonlyMap<string, OutboxItem>
  /** New words of older messages by id; null where it is being deleted. */
  readonly changes: ReadonlyMap<string, string | null>
  /** New messages that weren't accepted. */
  readonly refused: readonly OutboxItem[]
}

/** What of a thread is on its way, or was refused and waits for a decision. */
export function useUnsaved(threadId: string): Unsaved {
  const { items } = useUnsent()
  return useMemo(() => unsavedOf(items, threadId), [items, threadId])
}

/** The same, from the outbox's items. */
function unsavedOf(items: readonly OutboxItem[], threadId: string): Unsaved {
  const posts = new Set<string>()
  const unsent = new Map<string, OutboxItem>()
  const changes = new Map<string, string | null>()
  const refused: OutboxItem[] = []
  let isStarting = false
  const waits = (messageId: string, item: OutboxItem): void =>
    void unsent.set(messageId, spokesman(unsent.get(messageId), item))
  for (const item of items) {
    if (!concerns(item, threadId)) continue
    if (item.name === messagePost.name) {
      if (item.state === 'refused') {
        refused.push(item)
        continue
      }
      const { messageId } = postMessageInput.parse(item.input)
      posts.add(messageId)
      waits(messageId, item)
    } else if (item.state === 'refused') continue
    else if (item.name === threadStart.name) isStarting = true
    else if (item.name === messageEdit.name) {
      const { messageId, body } = editMessageInput.parse(item.input)
      changes.set(messageId, body)
      waits(messageId, item)
    } else if (item.name === messageDelete.name) {
      const { messageId } = item.input as { messageId: string }
      changes.set(messageId, null)
      waits(messageId, item)
    }
  }
  return { isStarting, posts, unsent, changes, refused }
}

const concerns = ({ input }: OutboxItem, threadId: string): boolean => threadOf(input) === threadId

const threadOf = (input: unknown): string | undefined =>
  startThreadInput.pick({ threadId: true }).safeParse(input).data?.threadId
