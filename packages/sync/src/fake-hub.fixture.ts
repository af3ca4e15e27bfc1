import type { Envelope } from '@kolo/domain/events/envelope'
import { emptySpace, foldSpace } from '@kolo/domain/events/parts'
import { memberJoined, spaceOpened } from '@kolo/domain/spaces/spaces.events'
import { threadStarted } from '@kolo/domain/threads/threads.events'
import type { OutboxItem } from './outbox-item.ts'
import type { Place } from './protocol.ts'
import type { Fetcher, Wire, WireHandlers } from './transport.ts'
import { uuidv7 } from './uuidv7.ts'

const at = '2026-11-23T08:00:00.000Z'

/** A hub with one space, whose pushes, answers and sockets the test may lose. */
export function fakeHub(personId: string) {
  const spaceId = uuidv7()
  let epoch = uuidv7()
  let closed = false
  let away = false
  let refusing = false
  const log: Envelope[] = []
  const sockets: WireHandlers[] = []
  const write = (draft: { type: string; version: number; payload: unknown }, commandId: string = uuidv7()) => {
    const { type, version } = draft
    const payload = draft.payload as Record<string, unknown>
    const event = { spaceId, seq: log.length + 1, type, version, actorId: personId, commandId, at, payload }
    log.push(event)
    return event
  }
  write(spaceOpened.of({ kind: 'stage', projectId: null, title: 'Stage' }))
  write(memberJoined.of({ personId, role: 'editor', via: 'test' }))
  const start = (threadId = uuidv7(), commandId?: string) =>
    write(threadStarted.of({ threadId, title: 'Thread', subject: { kind: 'space' } }), commandId)
  const counts = {
    snapshots: 0,
    catchUps: 0,
    frames: [] as number[],
    together: [] as number[],
    unsubscribed: [] as string[],
  }
  const sent: OutboxItem[] = []
  /** Where which tab is. */
  const present = new Map<string, Place>()
  const unlessAway = <Answer>(answer: () => Answer): Promise<Answer> =>
    away ? Promise.reject(new Error('no answer')) : Promise.resolve(answer())
  const fetcher: Fetcher = {
    snapshot: () =>
      unlessAway(() => {
        counts.snapshots += 1
        if (closed) return 'forbidden'
        return { epoch, seq: log.length, last: log.at(-1)?.commandId, parts: log.reduce(foldSpace, emptySpace) }
      }),
    eventsAfter: (_spaceId, asked, after, last) =>
      unlessAway(() => {
        counts.catchUps += 1
        if (closed) return 'forbidden'
        const isOurs = asked === epoch && after <= log.length && (!last || log[after - 1]?.commandId === last)
        return isOurs ? { kind: 'events', events: log.slice(after) } : { kind: 'reset' }
      }),
    async call(item) {
      if (away) return { status: 'unknown' }
      if (closed) return { status: 'refused', code: 'notFound', details: {} }
      if (refusing) return { status: 'refused', code: 'conflict', details: {} }
      sent.push(item)
      const { commandId, input } = item
      const event =
        log.find((known) => known.commandId === commandId) ?? start((input as { threadId: string }).threadId, commandId)
      return { status: 'committed', at: [{ spaceId, seq: event.seq }] }
    },
  }
  const endAt = (seq: number) => ({ seq, last: log[seq - 1]?.commandId })
  const beacon = () => ({ epoch, heads: { [spaceId]: endAt(log.length) } })
  const openWire = (): Wire => {
    let own: WireHandlers | undefined
    return {
      on(handlers) {
        own = handlers
        sockets.push(handlers)
      },
      async subscribe(spaceIds) {
        counts.frames.push(spaceIds.length)
        return { ...beacon(), refused: closed ? [spaceId] : [] }
      },
      unsubscribe: (spaceIds) => void counts.unsubscribed.push(...spaceIds),
      presence({ tab, place }) {
        if (place) present.set(tab, place)
        else present.delete(tab)
      },
      async commands(items) {
        counts.together.push(items.length)
        return away ? undefined : Promise.all(items.map((item) => fetcher.call(item)))
      },
      close: () => void sockets.splice(sockets.indexOf(own!), 1),
    }
  }
  return {
    spaceId,
    fetcher,
    openWire,
    start,
    counts,
    log,
    sent,
    present,
    sockets,
    beacon,
    parts: () => log.reduce(foldSpace, emptySpace),
    /** What the first socket brings; events behind the one that stands before them in the log. */
    tell: () => ({
      ...sockets[0]!,
      events: (events: readonly Envelope[], behind = endAt((events[0]?.seq ?? 0) - 1).last) =>
        sockets[0]!.events(events, behind),
    }),
    restore: () => (epoch = uuidv7()),
    /** The log loses its last events, and keeps its epoch: a failover to a copy that lacked them. */
    setBack: (events: number) => void log.splice(-events),
    close: () => (closed = true),
    openAgain: () => (closed = false),
    /** Says no to every command. */
    refuse: (isRefusing = true) => (refusing = isRefusing),
    goAway: (isAway = true) => (away = isAway),
    /** A command that starts a thread here. */
    starting: (threadId: string = uuidv7()) => ({
      spaceId,
      name: 'thread.start',
      path: 'threads.start',
      input: { spaceId, threadId, title: 'Thread', subject: { kind: 'space' } },
    }),
  }
}
