import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { keptText, lineOfText, positionSchema, runningText } from '../core/text.ts'

/** What a thread hangs on. A passage keeps its anchor (relative positions, base64) and the words it was put on. */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('space') }),
  z.object({ kind: z.literal('task'), taskId: idSchema }),
  z.object({
    kind: z.literal('passage'),
    documentId: idSchema,
    anchor: keptText(2000),
    quote: keptText(500),
  }),
  z.object({ kind: z.literal('report'), reportId: idSchema, field: keptText(60) }),
])
export type Subject = z.infer<typeof subjectSchema>

/** A thread as its space's snapshot shows it; its messages are paged. */
export type Thread = {
  readonly id: string
  readonly title: string
  readonly subject: Subject
  readonly startedBy: string
  readonly startedAt: string
  readonly resolvedAt: string | null
  /** The number of the newest message, 0 before the first. */
  readonly lastNumber: number
  readonly lastMessageAt: string | null
}

/** A message of a thread; `body` is plain text with Markdown's inline marks, empty once deleted. */
export type Message = {
  readonly id: string
  readonly threadId: string
  readonly number: number
  readonly authorId: string
  readonly body: string
  readonly fileIds: readonly string[]
  readonly postedAt: string
  readonly editedAt: string | null
  readonly deletedAt: string | null
}

export const threadTitleSchema = lineOfText(200)
const messageBodySchema = runningText(10_000)

const inThread = z.object({ spaceId: idSchema, threadId: idSchema })
const inMessage = inThread.extend({ messageId: idSchema })
const fileIdsSchema = z.array(idSchema).max(20)

export const startThreadInput = inThread.extend({ title: threadTitleSchema, subject: subjectSchema })
export const renameThreadInput = inThread.extend({ title: threadTitleSchema })
export const resolveThreadInput = inThread
export const postMessageInput = inMessage.extend({ body: messageBodySchema, fileIds: fileIdsSchema })
export const editMessageInput = inMessage.extend({ body: messageBodySchema })
export const deleteMessageInput = inMessage
/** `spaceId` is the person's own space. */
export const markReadInput = inThread.extend({ number: positionSchema })
