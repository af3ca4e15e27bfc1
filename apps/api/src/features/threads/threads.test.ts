import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkChain } from '../../kernel/verify.ts'
import { expectSynced, type TestHub, testHub } from '../../testing/hub.ts'
import { deleteMessage, editMessage } from './commands/edit-message.ts'
import { markRead } from './commands/mark-read.ts'
import { postMessage } from './commands/post-message.ts'
import { renameThread } from './commands/rename-thread.ts'
import { reopenThread, resolveThread } from './commands/resolve-thread.ts'
import { startThread } from './commands/start-thread.ts'
import { threadMessages } from './threads.queries.ts'

describe('threads on the database', () => {
  let hub: TestHub
  let author: string
  let reader: string
  let stranger: string
  let spaceId: string

  beforeAll(async () => {
    hub = await testHub()
    author = await hub.person('Author')
    reader = await hub.person('Reader')
    stranger = await hub.person('Stranger')
    spaceId = await hub.space('stage', { [author]: 'editor', [reader]: 'reader' })
  })
  afterAll(() => hub.close())

  const started = async (title = 'Sampling') => {
    const threadId = randomUUID()
    await hub.run(startThread, author, { spaceId, threadId, title, subject: { kind: 'space' } })
    return threadId
  }
  const post = (threadId: string, personId: string, body: string, messageId: string = randomUUID()) =>
    hub.run(postMessage, personId, { spaceId, threadId, messageId, body, fileIds: [] }).then(() => messageId)

  it('[SYN11] keeps snapshot and events equal for every command', async () => {
    const threadId = randomUUID()
    const start = { spaceId, threadId, title: 'Sampling', subject: { kind: 'space' as const } }
    await expectSynced(hub, spaceId, () => hub.run(startThread, author, start))
    await expectSynced(hub, spaceId, () => hub.run(renameThread, author, { spaceId, threadId, title: 'Sample' }))
    await expectSynced(hub, spaceId, () => post(threadId, reader, 'Which municipalities?'))
    const messageId = await post(threadId, author, 'All of them.')
    await expectSynced(hub, spaceId, () =>
      hub.run(editMessage, author, { spaceId, threadId, messageId, body: 'Most of them.' }),
    )
    await expectSynced(hub, spaceId, () => hub.run(deleteMessage, author, { spaceId, threadId, messageId }))
    await expectSynced(hub, spaceId, () => hub.run(resolveThread, author, { spaceId, threadId }))
    await expectSynced(hub, spaceId, () => hub.run(reopenThread, author, { spaceId, threadId }))
  })

  it('takes the words of a deleted message out of the log, and the chain still verifies', async () => {
    const threadId = await started('Erasure')
    const messageId = await post(threadId, author, 'Written in haste')
    await hub.run(editMessage, author, { spaceId, threadId, messageId, body: 'Written in haste, twice' })
    const kept = await post(threadId, author, 'Stays')
    await hub.run(deleteMessage, author, { spaceId, threadId, messageId })
    const events = await hub.eventsAfter(spaceId, 0)
    expect(JSON.stringify(events)).not.toContain('haste')
    expect(events.filter(({ payload }) => payload.messageId === kept).map(({ payload }) => payload.body)).toEqual([
      'Stays',
    ])
    const edited = events.find(({ type, payload }) => type === 'message.edited' && payload.messageId === messageId)
    expect(edited?.payload).toEqual({ messageId, threadId, body: '' })
    expect((await checkChain(hub.kernel.reads, spaceId)).problems).toEqual([])
  })

  it('numbers messages without a gap under parallel writers, and answers a repeated command once', async () => {
    const threadId = await started()
    const commandId = randomUUID()
    const messageId = randomUUID()
    const again = () =>
      hub.run(postMessage, author, { spaceId, threadId, messageId, body: 'Once', fileIds: [] }, commandId)
    const answers = await Promise.all([
      again(),
      again(),
      again(),
      ...Array.from({ length: 40 }, (_, index) => post(threadId, reader, `m${index}`)),
    ])
    expect(answers[1]).toEqual(answers[0])
    const page = await hub.ask(threadMessages, reader, { threadId, limit: 200 })
    expect(page.messages.map((message) => message.number)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
  })

  it('refuses another payload under the same command id', async () => {
    const threadId = await started()
    const commandId = randomUUID()
    const input = { spaceId, threadId, messageId: randomUUID(), body: 'First', fileIds: [] }
    await hub.run(postMessage, author, input, commandId)
    await expect(hub.run(postMessage, author, { ...input, body: 'Second' }, commandId)).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('gives strangers the answer that absent things get', async () => {
    const threadId = await started()
    for (const target of [threadId, randomUUID()]) {
      await expect(post(target, stranger, 'Hello')).rejects.toMatchObject({ code: 'notFound', details: {} })
      await expect(hub.ask(threadMessages, stranger, { threadId: target })).rejects.toMatchObject({
        code: 'notFound',
        details: {},
      })
    }
  })

  it('moves the read marker forward only, in the personal space', async () => {
    const threadId = await started()
    await post(threadId, author, 'One')
    await post(threadId, author, 'Two')
    const { personal_space_id: own } = await hub.db
      .selectFrom('person')
      .select('personal_space_id')
      .where('id', '=', reader)
      .executeTakeFirstOrThrow()
    await expectSynced(hub, own, () => hub.run(markRead, reader, { spaceId: own, threadId, number: 2 }))
    await hub.run(markRead, reader, { spaceId: own, threadId, number: 1 })
    expect((await hub.snapshot(own)).parts.reads).toEqual({ [threadId]: 2 })
    await expect(hub.run(markRead, author, { spaceId: own, threadId, number: 1 })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
