import type { Message } from '@kolo/domain/threads/threads'

/** Messages that one person wrote in one go, on one day. */
export type MessageGroup = {
  readonly authorId: string
  /** The calendar day, `2026-11-23`. */
  readonly day: string
  readonly isFirstOfDay: boolean
  /** The first that is new to the reader stands at its beginning. */
  readonly isFirstNew: boolean
  readonly messages: readonly Message[]
}

const longestPause = 10 * 60_000

/** Groups messages by author, day and pause; a new group begins at the first one that is new to the reader. */
export function groupMessages(
  messages: readonly Message[],
  calendarDay: (moment: string) => string,
  firstNewId: string | undefined,
): readonly MessageGroup[] {
  const groups: (Omit<MessageGroup, 'messages'> & { messages: Message[] })[] = []
  for (const message of messages) {
    const day = calendarDay(message.postedAt)
    const group = groups.at(-1)
    const previous = group?.messages.at(-1)
    const isFirstNew = message.id === firstNewId
    const goesOn =
      group?.authorId === message.authorId &&
      group.day === day &&
      !isFirstNew &&
      previous !== undefined &&
      Date.parse(message.postedAt) - Date.parse(previous.postedAt) <= longestPause
    if (goesOn) group.messages.push(message)
    else
      groups.push({
        authorId: message.authorId,
        day,
        isFirstOfDay: group?.day !== day,
        isFirstNew,
        messages: [message],
      })
  }
  return groups
}
