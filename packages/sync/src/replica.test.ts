import type { Envelope } from '@kolo/domain/events/envelope'
import { emptySpace, foldSpace, type SpaceState } from '@kolo/domain/events/parts'
import { predictions } from '@kolo/domain/events/predictions'
import { memberJoined, spaceOpened } from '@kolo/domain/spaces/spaces.events'
import { messagePage } from '@kolo/domain/threads/threads.fold'
import {
  messageEdited,
  messagePosted,
  threadRenamed,
  threadResolved,
  threadStarted,
} from '@kolo/domain/threads/threads.events'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Pending } from './pending.ts'
import { createReplica } from './replica.ts'
import { uuidv7 } from './uuidv7.ts'

const spaceId = uuidv7()
const me = uuidv7()
const epoch = uuidv7()
const threadIds = [uuidv7(), uuidv7(), uuidv7()]
const at = '2026-11-23T08:00:00.000Z'

type Draft = { readonly type: string; readonly version: number; readonly payload: unknown }

const envelope = (draft: Draft, seq: number, commandId: string = uuidv7()): Envelope => ({
  spaceId,
  seq,
  type: draft.type,
  version: draft.version,
  actorId: me,
  commandId,
  at,
  payload: draft.payload as Record<string, unknown>,
})

const beginning = [
  spaceOpened.of({ kind: 'stage', projectId: null, title: 'Stage' }),
  memberJoined.of({ personId: me, role: 'editor', via: 'test' }),
]
const started = (threadId: string) => threadStarted.of({ threadId, title: 'Title', subject: { kind: 'space' } })
const numbered = (drafts: readonly Draft[]): Envelope[] => drafts.map((draft, index) => envelope(draft, index + 1))
const foldAll = (events: readonly Envelope[]): SpaceState => events.reduce(foldSpace, emptySpace)
const emptySnapshot = () => ({ epoch, seq: 0, parts: emptySpace })

const anyDraft = fc.constantFrom(...threadIds).chain((threadId) =>
  fc.oneof(
    fc.constant(started(threadId)),
    fc.string({ minLength: 1, maxLength: 8 }).map((title) => threadRenamed.of({ threadId, title })),
    fc.constant(threadResolved.of({ threadId })),
    fc
      .nat({ max: 9 })
      .map((number) => messagePosted.of({ messageId: uuidv7(), threadId, number: number + 1, body: 'x', fileIds: [] })),
  ),
)

describe('a replica', () => {
  it('[SYN7] ignores what it has, stops at a gap and asks for what is missing', () => {
    const log = numbered([...beginning, ...threadIds.map(started)])
    const replica = createReplica(spaceId, me)
    expect(replica.apply(log)).toBe('gap')
    replica.reset(emptySnapshot())
    expect(replica.apply(log.slice(0, 2))).toBe('applied')
    expect(replica.apply(log.slice(0, 2))).toBe('applied')
    expect(replica.apply([log[3]!, log[4]!])).toBe('gap')
    expect(replica.confirmed()?.seq).toBe(2)
    expect(replica.apply(log)).toBe('applied')
    expect(replica.confirmed()).toEqual({ epoch, seq: 5, last: log[4]?.commandId, parts: foldAll(log) })
  })

  it('[SYN8] equals the fold of the whole log after any shuffled, doubled and lossy delivery with catch-ups', () => {
    fc.assert(
      fc.property(
        fc.array(anyDraft, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 4 })), { maxLength: 60 }),
        fc.nat(),
        (drafts, deliveries, snapshotAt) => {
          const log = numbered([...beginning, ...drafts])
          const replica = createReplica(spaceId, me)
          const seq = snapshotAt % (log.length + 1)
          replica.reset({ epoch, seq, last: log[seq - 1]?.commandId, parts: foldAll(log.slice(0, seq)) })
          for (const [from, length] of deliveries) {
            const start = from % log.length
            replica.apply(log.slice(start, start + length))
            const now = replica.confirmed()!
            expect(now.parts).toEqual(foldAll(log.slice(0, now.seq)))
          }
          // What every catch-up does: the events after the replica's own seq.
          replica.apply(log.slice(replica.confirmed()!.seq))
          const last = log.at(-1)?.commandId
          expect(replica.confirmed()).toEqual({ epoch, seq: log.length, last, parts: foldAll(log) })
          expect(replica.view()).toEqual(foldAll(log))
        },
      ),
      { numRuns: 200 },
    )
  })

  const ready = () => {
    const log = numbered([...beginning, started(threadIds[0]!)])
    const replica = createReplica(spaceId, me)
    replica.reset({ epoch, seq: log.length, parts: foldAll(log) })
    return { replica, next: log.length + 1 }
  }
  const pendingStart = (threadId = uuidv7()): Pending & { threadId: string } => ({
    commandId: uuidv7(),
    spaceId,
    name: 'thread.start',
    input: { spaceId, threadId, title: 'Mine', subject: { kind: 'space' } },
    at,
    threadId,
  })

  it('[SYN23] shows what was sent at once and keeps showing it between the answer and its event: no flicker', () => {
    const { replica, next } = ready()
    const sent = pendingStart()
    const seen: boolean[] = []
    replica.subscribe(() => seen.push(sent.threadId in (replica.view()?.threads ?? {})))
    replica.expect(sent)
    replica.settle(sent.commandId, next)
    expect(sent.threadId in replica.view()!.threads).toBe(true)
    expect(sent.threadId in replica.confirmed()!.parts.threads).toBe(false)
    replica.apply([envelope(started(sent.threadId), next, sent.commandId)])
    expect(sent.threadId in replica.confirmed()!.parts.threads).toBe(true)
    expect(replica.view()).toEqual(replica.confirmed()!.parts)
    expect(seen.every(Boolean)).toBe(true)
  })

  it('[SYN23] goes on showing it while its event is here only behind a gap', () => {
    const [mine, others] = [threadIds[0]!, threadIds[1]!]
    const replica = createReplica(spaceId, me)
    replica.reset(emptySnapshot())
    replica.apply(numbered(beginning))
    const commandId = uuidv7()
    const input = { spaceId, threadId: mine, title: 'Mine', subject: { kind: 'space' } }
    replica.expect({ commandId, spaceId, name: 'thread.start', input, at })
    const [third, fourth] = [envelope(started(others), 3), envelope(threadResolved.of({ threadId: others }), 4)]
    const fifth = envelope(started(mine), 5, commandId)
    expect(replica.apply([third, fifth])).toBe('gap')
    expect(replica.confirmed()?.seq).toBe(3)
    expect(Object.keys(replica.view()?.threads ?? {})).toContain(mine)
    replica.apply([fourth, fifth])
    expect(Object.keys(replica.view()?.threads ?? {}).toSorted()).toEqual([mine, others].toSorted())
  })

  it('[SYN25] tells of an event that only something brought shows, and leaves the view as it is', () => {
    const { replica, next } = ready()
    const [view, version] = [replica.view(), replica.version()]
    replica.apply([envelope(messageEdited.of({ threadId: uuidv7(), messageId: uuidv7(), body: 'Mended' }), next)])
    expect(replica.view()).toBe(view)
    expect(replica.version()).toBeGreaterThan(version)
  })

  it('[SYN23] shows it once where the event comes before the answer, and not at all once it is refused', () => {
    const { replica, next } = ready()
    const early = pendingStart()
    replica.expect(early)
    replica.apply([envelope(started(early.threadId), next, early.commandId)])
    replica.settle(early.commandId, next)
    replica.expect(early)
    expect(replica.view()).toEqual(replica.confirmed()!.parts)

    const refused = pendingStart()
    replica.expect(refused)
    expect(refused.threadId in replica.view()!.threads).toBe(true)
    replica.settle(refused.commandId, undefined)
    expect(refused.threadId in replica.view()!.threads).toBe(false)
  })

  it('[SYN24] replays what is pending on the events of others, and shows nothing of what the domain refuses by now', () => {
    const { replica, next } = ready()
    const rename: Pending = {
      commandId: uuidv7(),
      spaceId,
      name: 'thread.rename',
      input: { spaceId, threadId: threadIds[0]!, title: 'Mine' },
      at,
    }
    replica.expect(rename)
    replica.apply([envelope(threadRenamed.of({ threadId: threadIds[0]!, title: 'Theirs' }), next)])
    expect(replica.view()!.threads[threadIds[0]!]?.title).toBe('Mine')
    expect(replica.confirmed()!.parts.threads[threadIds[0]!]?.title).toBe('Theirs')
    const reader = createReplica(spaceId, uuidv7())
    reader.reset(replica.confirmed()!)
    reader.expect({ ...rename, commandId: uuidv7() })
    expect(reader.view()!.threads[threadIds[0]!]?.title).toBe('Theirs')
  })

  it('[SYN24] shows nothing of a command that breaks, the others all the same, and tells of it once', () => {
    const { replica: source } = ready()
    const errors: unknown[] = []
    const replica = createReplica(spaceId, me, (error) => errors.push(error))
    replica.reset(source.confirmed()!)
    const starting = predictions.get('thread.start')!
    const { predict } = starting
    const predicting = vi.spyOn(starting, 'predict').mockImplementation((view, input, context) => {
      if ((input as { threadId: string }).threadId === broken.threadId) throw new TypeError('broken')
      return predict(view, input, context)
    })
    const [before, after] = [pendingStart(), pendingStart()]
    replica.expect(before)
    const broken = pendingStart()
    replica.expect(broken)
    replica.expect(after)
    const threads = Object.keys(replica.view()!.threads)
    expect(threads).toEqual([threadIds[0], before.threadId, after.threadId])
    expect(replica.bring(messagePage, { threadId: threadIds[0]!, messages: [] }, 0).messages).toEqual([])
    replica.settle(after.commandId, undefined)
    expect(Object.keys(replica.view()!.threads)).toEqual([threadIds[0], before.threadId])
    expect(errors).toEqual([expect.any(TypeError)])
    predicting.mockRestore()
  })

  it('[SYN24] lets no listener keep others from hearing', () => {
    const errors: unknown[] = []
    const replica = createReplica(spaceId, me, (error) => errors.push(error))
    const broken = new Error('broken')
    let heard = 0
    replica.subscribe(() => {
      throw broken
    })
    replica.subscribe(() => (heard += 1))
    replica.reset(emptySnapshot())
    expect([heard, errors]).toEqual([1, [broken]])
  })

  it('[SYN19] [SYN23] replays what is unsent in the order in which it goes out, behind what was answered', () => {
    const { replica, next } = ready()
    const [answered, fresh, old, older] = [pendingStart(), pendingStart(), pendingStart(), pendingStart()]
    for (const command of [answered, fresh]) replica.expect(command)
    replica.settle(answered.commandId, next + 5)
    replica.expectInOrder([older, old, fresh])
    expect(Object.keys(replica.view()!.threads).slice(1)).toEqual(
      [answered, older, old, fresh].map(({ threadId }) => threadId),
    )
    replica.settle(fresh.commandId, undefined)
    expect(fresh.threadId in replica.view()!.threads).toBe(false)
  })

  it('[SYN13] keeps what a fresh snapshot does not hold yet, and drops what it holds', () => {
    const { replica, next } = ready()
    const [answered, open] = [pendingStart(), pendingStart()]
    replica.expect(answered)
    replica.expect(open)
    replica.settle(answered.commandId, next)
    const log = numbered([...beginning, started(threadIds[0]!), started(answered.threadId)])
    replica.reset({ epoch: uuidv7(), seq: next, parts: foldAll(log) })
    expect(Object.keys(replica.view()!.threads)).toEqual(
      expect.arrayContaining([threadIds[0], answered.threadId, open.threadId]),
    )
    replica.settle(open.commandId, undefined)
    expect(replica.view()).toEqual(foldAll(log))
  })

  it('[SYN12] no longer shows what only the log before a restore had numbered', () => {
    const { replica, next } = ready()
    const [answered, open] = [pendingStart(), pendingStart()]
    replica.expect(answered)
    replica.expect(open)
    replica.settle(answered.commandId, next + 3)
    replica.reset({ epoch: replica.confirmed()!.epoch, seq: next - 1, parts: foldAll(numbered(beginning)) })
    expect(Object.keys(replica.view()!.threads)).toContain(answered.threadId)
    replica.reset({ epoch: uuidv7(), seq: next - 1, parts: foldAll(numbered(beginning)) })
    expect(Object.keys(replica.view()!.threads)).toEqual([open.threadId])
  })

  it('[SYN25] brings a page that was loaded earlier to now, what is pending included', () => {
    const { replica, next } = ready()
    const threadId = threadIds[0]!
    const page = { threadId, messages: [] }
    const messageId = uuidv7()
    replica.apply([envelope(messagePosted.of({ messageId, threadId, number: 1, body: 'First', fileIds: [] }), next)])
    const mine = uuidv7()
    const input = { spaceId, threadId, messageId: mine, body: 'Second', fileIds: [] }
    replica.expect({ commandId: uuidv7(), spaceId, name: 'message.post', input, at })
    expect(replica.bring(messagePage, page, next - 1).messages.map(({ id }) => id)).toEqual([messageId, mine])
    expect(replica.bring(messagePage, page, next).messages.map(({ id }) => id)).toEqual([mine])
  })
})
