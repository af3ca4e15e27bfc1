import { describe, expect, it } from 'vitest'
import { threadWithMessage } from './first-message.ts'
import { threadStarted } from './threads.events.ts'
import { startThreadInput, threadTitleSchema } from './threads.ts'

const [threadId, messageId] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002']
const titleOf = (body: string): string => {
  const [started] = threadWithMessage({ threadId, messageId, subject: { kind: 'space' }, body })
  return threadStarted.payload.parse(started.payload).title
}

describe('a thread that begins with a message', () => {
  it('is named by the first line that says anything', () => {
    expect(titleOf('\n  A second operator  \nfor the evenings')).toBe('A second operator')
  })

  it('is named by whole words where the line is long, in every script', () => {
    for (const word of ['operator ', 'оператер ', 'ოპერატორი ', '🌍🌍 ']) {
      const title = titleOf(word.repeat(60))
      expect(title.length).toBeLessThanOrEqual(121)
      expect(title.endsWith(`${word.trim()}…`)).toBe(true)
      expect(threadTitleSchema.parse(title)).toBe(title)
    }
    expect(titleOf('a'.repeat(5_000))).toBe(`${'a'.repeat(119)}…`)
  })

  it('holds the message whole, as the first', () => {
    const [started, posted] = threadWithMessage({ threadId, messageId, subject: { kind: 'space' }, body: 'One\ntwo' })
    expect(startThreadInput.omit({ spaceId: true }).parse(started.payload)).toEqual(started.payload)
    expect(posted.payload).toEqual({ messageId, threadId, number: 1, body: 'One\ntwo', fileIds: [] })
  })
})
