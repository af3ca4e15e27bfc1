import { notFound } from '@kolo/domain/core/errors'
import { idSchema } from '@kolo/domain/core/ids'
import { positionSchema } from '@kolo/domain/core/text'
import type { MessagePage } from '@kolo/domain/threads/threads.fold'
import type { Message, Subject, Thread } from '@kolo/domain/threads/threads'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'
import type { Reads } from '../../kernel/transaction.ts'

const threadColumns = [
  'id',
  'title',
  'subject',
  'started_by',
  'started_at',
  'resolved_at',
  'last_number',
  'last_message_at',
] as const

type ThreadRow = {
  id: string
  title: string
  subject: unknown
  started_by: string
  started_at: string
  resolved_at: string | null
  last_number: number
  last_message_at: string | null
}

/** A thread's row in the domain's words. */
export function threadOf(row: ThreadRow): Thread {
  return {
    id: row.id,
    title: row.title,
    subject: row.subject as Subject,
    startedBy: row.started_by,
    startedAt: row.started_at,
    resolvedAt: row.resolved_at,
    lastNumber: row.last_number,
    lastMessageAt: row.last_message_at,
  }
}

/** The thread, where it stands in that space. */
export async function threadById(db: Reads, key: { spaceId: string; threadId: string }): Promise<Thread | undefined> {
  const row = await db
    .selectFrom('thread')
    .select(threadColumns)
    .where('id', '=', key.threadId)
    .where('space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && threadOf(row)
}

/** The message, where its thread stands in that space. */
export async function messageById(
  db: Reads,
  key: { spaceId: string; threadId: string; messageId: string },
): Promise<Pick<Message, 'id' | 'authorId' | 'body' | 'postedAt' | 'deletedAt'> | undefined> {
  const row = await db
    .selectFrom('message')
    .innerJoin('thread', 'thread.id', 'message.thread_id')
    .select(['message.id', 'message.author_id', 'message.body', 'message.posted_at', 'message.deleted_at'])
    .where('message.id', '=', key.messageId)
    .where('thread.id', '=', key.threadId)
    .where('thread.space_id', '=', key.spaceId)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      authorId: row.author_id,
      body: row.body,
      postedAt: row.posted_at,
      deletedAt: row.deleted_at,
    }
  )
}

/** A thread that the person may read, with how far it was read; undefined where absent or forbidden. */
export async function readableThread(
  db: Reads,
  personId: string,
  threadId: string,
): Promise<{ spaceId: string; readNumber: number } | undefined> {
  const row = await db
    .selectFrom('thread')
    .innerJoin('space_member', 'space_member.space_id', 'thread.space_id')
    .leftJoin('thread_read', (join) =>
      join.onRef('thread_read.thread_id', '=', 'thread.id').on('thread_read.person_id', '=', personId),
    )
    .select(['thread.space_id', 'thread_read.number'])
    .where('thread.id', '=', threadId)
    .where('space_member.person_id', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return row && { spaceId: row.space_id, readNumber: row.number ?? 0 }
}

/** A page of a thread's messages, oldest first, ending before `before` (the newest page without it), as of the space's `seq`. */
export const threadMessages = query('threads.messages', {
  input: z.object({
    threadId: idSchema,
    before: positionSchema.optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  async handle({ db, input, personId }): Promise<MessagePage & { readonly seq: number }> {
    const thread = await readableThread(db, personId, input.threadId)
    if (!thread) throw notFound()
    // The head is read before the messages: an event in between is folded again, which changes nothing.
    const space = await db.selectFrom('space').select('head').where('id', '=', thread.spaceId).executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('message')
      .selectAll()
      .where('thread_id', '=', input.threadId)
      .$if(input.before !== undefined, (select) => select.where('number', '<', input.before!))
      .orderBy('number', 'desc')
      .limit(input.limit)
      .execute()
    const messages = rows.toReversed().map((row) => ({
      id: row.id,
      threadId: row.thread_id,
      number: row.number,
      authorId: row.author_id,
      body: row.body,
      fileIds: row.file_ids,
      postedAt: row.posted_at,
      editedAt: row.edited_at,
      deletedAt: row.deleted_at,
    }))
    return { threadId: input.threadId, messages, seq: space.head }
  },
})
