import type { EventDraft } from '../events/define-event.ts'
import { messagePosted, threadStarted } from './threads.events.ts'
import type { Subject } from './threads.ts'

const longestTitle = 120

/** A thread that begins with a message, as other nouns start one: named by the message's first line. */
export function threadWithMessage(of: {
  readonly threadId: string
  readonly messageId: string
  readonly subject: Subject
  readonly body: string
}): readonly [EventDraft, EventDraft] {
  const { threadId, messageId, subject, body } = of
  return [
    threadStarted.of({ threadId, title: titleOf(body), subject }),
    messagePosted.of({ messageId, threadId, number: 1, body, fileIds: [] }),
  ]
}

/** The first line that says anything, cut between words where it is long. */
function titleOf(body: string): string {
  const line = (body.split('\n').find((each) => each.trim() !== '') ?? body).trim()
  if (line.length <= longestTitle) return line
  const cut = line.slice(0, longestTitle).toWellFormed()
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > longestTitle / 2 ? end : longestTitle - 1)}…`
}
