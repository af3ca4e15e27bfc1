import { describe, expect, it } from 'vitest'
import { derivedIds } from '../core/ids.ts'
import type { Role } from '../core/roles.ts'
import type { EventDraft } from '../events/define-event.ts'
import type { Envelope } from '../events/envelope.ts'
import {
  messageDelete,
  messageEdit,
  messagePost,
  threadMarkRead,
  threadRename,
  threadResolve,
  threadStart,
} from './threads.decide.ts'
import { messagePage, threadsPart } from './threads.fold.ts'
import { can } from './threads.policy.ts'

const id = (digit: number): string => `0198c0de-0000-7000-8000-00000000000${digit}`
const me = id(1)
const spaceId = id(2)
const threadId = id(3)
const messageId = id(4)
const as = (role: Role | undefined, personId = me) => ({
  actor: { personId, role },
  now: '2026-11-23T10:00:00.000Z',
  ids: derivedIds(id(9)),
})
const recorded = (draft: EventDraft, seq: number, actorId = me): Envelope => ({
  spaceId,
  seq,
  type: draft.type,
  version: draft.version,
  actorId,
  commandId: id(9),
  at: '2026-11-23T10:00:00.000Z',
  payload: draft.payload as Record<string, unknown>,
})
const thread = { title: 'Sampling', startedBy: me, resolvedAt: null, lastNumber: 4 }

describe('threads, decided', () => {
  it('are started by every member, and by nobody else', () => {
    const input = { spaceId, threadId, title: 'Sampling', subject: { kind: 'space' as const } }
    expect(threadStart.decide({ thread: undefined }, input, as('reader'))).toHaveLength(1)
    expect(() => threadStart.decide({ thread: undefined }, input, as(undefined))).toThrow('notFound')
    expect(() => threadStart.decide({ thread: undefined }, input, as('owner'))).toThrow('notFound')
    expect(() => threadStart.decide({ thread }, input, as('reader'))).toThrow('idTaken')
  })

  it('number messages behind the last one, and refuse empty ones', () => {
    const post = { spaceId, threadId, messageId, body: 'Hello', fileIds: [] }
    const [event] = messagePost.decide({ thread }, post, as('editor'))
    expect(event?.payload).toMatchObject({ number: 5, body: 'Hello' })
    expect(() => messagePost.decide({ thread }, { ...post, body: '  \n' }, as('editor'))).toThrow('emptyMessage')
    expect(messagePost.decide({ thread }, { ...post, body: '', fileIds: [id(5)] }, as('editor'))).toHaveLength(1)
  })

  it('let people change their own words only, and the coordinator remove any', () => {
    const message = { authorId: id(7), body: 'Theirs', deletedAt: null }
    const edit = { spaceId, threadId, messageId, body: 'Mine' }
    expect(() => messageEdit.decide({ message }, edit, as('coordinator'))).toThrow('notFound')
    expect(messageEdit.decide({ message }, edit, as('reader', id(7)))).toHaveLength(1)
    expect(messageEdit.decide({ message }, { ...edit, body: 'Theirs' }, as('reader', id(7)))).toEqual([])
    expect(messageDelete.decide({ message }, edit, as('coordinator'))).toHaveLength(1)
    expect(() => messageDelete.decide({ message }, edit, as('editor'))).toThrow('notFound')
  })

  it('say nothing where nothing changes', () => {
    expect(threadRename.decide({ thread }, { spaceId, threadId, title: 'Sampling' }, as('coordinator'))).toEqual([])
    const resolved = { ...thread, resolvedAt: '2026-11-23T09:00:00.000Z' }
    expect(threadResolve.decide({ thread: resolved }, { spaceId, threadId }, as('coordinator'))).toEqual([])
    expect(threadMarkRead.decide({ number: 7 }, { spaceId, threadId, number: 6 }, as('owner'))).toEqual([])
  })

  it('are renamed by who started them and by the coordinator', () => {
    expect(can.rename(as('reader').actor, thread)).toBe(true)
    expect(can.rename(as('editor', id(7)).actor, thread)).toBe(false)
    expect(can.rename(as('coordinator', id(7)).actor, thread)).toBe(true)
  })
})

describe('threads, folded', () => {
  const start = threadStart.decide(
    { thread: undefined },
    { spaceId, threadId, title: 'Sampling', subject: { kind: 'space' } },
    as('editor'),
  )
  const post = messagePost.decide(
    { thread: { ...thread, lastNumber: 0 } },
    { spaceId, threadId, messageId, body: 'Hello', fileIds: [] },
    as('editor'),
  )

  it('count their messages and know the newest', () => {
    const state = [...start, ...post].reduce(
      (held, draft, index) => threadsPart.fold(held, recorded(draft, index + 1)),
      threadsPart.empty,
    )
    expect(state[threadId]).toMatchObject({
      title: 'Sampling',
      lastNumber: 1,
      lastMessageAt: '2026-11-23T10:00:00.000Z',
    })
  })

  it('ignore what they don’t hold, and take the same message once', () => {
    expect(threadsPart.fold({}, recorded(post[0]!, 2))).toEqual({})
    const page = { threadId, messages: [] }
    const once = messagePage.fold(page, recorded(post[0]!, 2))
    expect(messagePage.fold(once, recorded(post[0]!, 2)).messages).toHaveLength(1)
    expect(messagePage.fold({ threadId: id(8), messages: [] }, recorded(post[0]!, 2)).messages).toEqual([])
  })
})
