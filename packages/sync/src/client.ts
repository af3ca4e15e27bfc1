import type { Envelope } from '@kolo/domain/events/envelope'
import type { Answer, Outbox, OutboxItem, OutboxStore } from './outbox.ts'
import { createOutbox } from './outbox.ts'
import { type Beacon, type Presence, type PresentPeople, spacesPerFrame, type Subscribed } from './protocol.ts'
import { type ConfirmedSpace, createReplica, type Replica } from './replica.ts'
import { uuidv7 } from './uuidv7.ts'

/** What the client needs of HTTP. Rejects where there is no answer; `forbidden` where the space is closed to the person. */
export type Fetcher = {
  snapshot(spaceId: string): Promise<ConfirmedSpace | 'forbidden'>
  eventsAfter(
    spaceId: string,
    epoch: string,
    after: number,
  ): Promise<{ kind: 'events'; events: readonly Envelope[] } | { kind: 'reset' } | 'forbidden'>
  call(item: OutboxItem): Promise<Answer>
}

/** What the client needs of the socket; `onConnect` is called on each connection, the first too. */
export type Wire = {
  on(handlers: {
    connected: () => void
    disconnected: () => void
    events: (events: readonly Envelope[]) => void
    beacon: (beacon: Beacon) => void
    presence: (frame: PresentPeople) => void
    revoked: (spaceId: string) => void
    hint: () => void
  }): void
  subscribe(spaceIds: readonly string[]): Promise<Subscribed>
  unsubscribe(spaceIds: readonly string[]): void
  presence(frame: Presence): void
  close(): void
}

/** A space that is open in the browser. */
export type OpenSpace = {
  readonly replica: Replica
  status(): 'loading' | 'ready' | 'forbidden'
  present(): PresentPeople['people']
}

/** The browser's side of the hub for one person. */
export type SyncClient = {
  open(spaceId: string): OpenSpace
  /** Sends a command; the optimistic state shows at once, the answer comes when it is final. */
  send(command: { spaceId: string; name: string; path: string; input: unknown }): Promise<Answer>
  readonly outbox: Outbox
  online(): boolean
  announce(frame: Presence): void
  /** Anything here changed: connection, a space's status, presence. */
  subscribe(listener: () => void): () => void
  onHint(listener: () => void): () => void
  close(): void
}

type Entry = {
  readonly replica: Replica
  status: 'loading' | 'ready' | 'forbidden'
  people: PresentPeople['people']
  catching: boolean
  again: boolean
  /** No answer came, and it will be asked for again. */
  retrying: boolean
}

const retryAfter = 2_000
const pollEvery = 10_000

/** Makes the client; nothing here knows React. */
export function createSyncClient(options: {
  personId: string
  fetcher: Fetcher
  wire: Wire
  store: OutboxStore
  now?: () => string
  later?: (work: () => void, milliseconds: number) => void
}): SyncClient {
  const { fetcher, wire, personId } = options
  const now = options.now ?? (() => new Date().toISOString())
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const hints = new Set<() => void>()
  let online = false
  let closed = false
  const changed = (): void => listeners.forEach((listener) => listener())

  const outbox = createOutbox({
    store: options.store,
    call: fetcher.call,
    later,
    onLoaded: (items) => {
      for (const item of items) if (item.state !== 'refused') entries.get(item.spaceId)?.replica.expect(item)
    },
    onAnswer: (item, answer) => {
      const seq =
        answer.status === 'committed' ? answer.at.find(({ spaceId }) => spaceId === item.spaceId)?.seq : undefined
      const entry = entries.get(item.spaceId)
      entry?.replica.settle(item.commandId, seq)
      // Where the socket is away, nobody would bring the event.
      if (entry && seq !== undefined && !online) void catchUp(entry)
    },
  })
  outbox.subscribe(changed)

  const forbid = (entry: Entry): void => {
    entry.status = 'forbidden'
    changed()
  }

  /** Brings a space to the server's head: by its events, or by a fresh snapshot. One at a time for each space. */
  const catchUp = async (entry: Entry): Promise<void> => {
    if (entry.catching) {
      entry.again = true
      return
    }
    entry.catching = true
    try {
      do {
        entry.again = false
        await catchUpOnce(entry, fetcher, forbid)
      } while (entry.again)
      if (entry.status === 'loading') {
        entry.status = 'ready'
        changed()
      }
    } catch {
      // No answer: the beacon, the next connection or this timer tries again.
      retry(entry)
    } finally {
      entry.catching = false
    }
  }

  const retry = (entry: Entry): void => {
    if (entry.retrying) return
    entry.retrying = true
    later(() => {
      entry.retrying = false
      if (!closed) void catchUp(entry)
    }, retryAfter)
  }

  /** Where no socket gets through, what it would bring is asked for. */
  const poll = (): void => {
    if (closed) return
    for (const entry of online ? [] : entries.values())
      if (entry.status !== 'forbidden' && !entry.retrying) void catchUp(entry)
    later(poll, pollEvery)
  }
  later(poll, pollEvery)

  const subscribeAll = async (spaceIds: readonly string[]): Promise<void> => {
    const frames = Math.ceil(spaceIds.length / spacesPerFrame)
    await Promise.all(
      Array.from({ length: frames }, (_, index) =>
        subscribeFrame(spaceIds.slice(index * spacesPerFrame, (index + 1) * spacesPerFrame)),
      ),
    )
  }

  const subscribeFrame = async (spaceIds: readonly string[]): Promise<void> => {
    const { heads, epoch, refused } = await wire.subscribe(spaceIds)
    for (const spaceId of refused) {
      const entry = entries.get(spaceId)
      if (entry) forbid(entry)
    }
    onBeacon({ epoch, heads })
  }

  const onBeacon = ({ epoch, heads }: Beacon): void => {
    for (const [spaceId, head] of Object.entries(heads)) {
      const entry = entries.get(spaceId)
      const confirmed = entry?.replica.confirmed()
      if (entry && (!confirmed || confirmed.epoch !== epoch || confirmed.seq < head)) void catchUp(entry)
    }
  }

  wire.on({
    connected() {
      online = true
      outbox.wake()
      changed()
      if (entries.size > 0) void subscribeAll([...entries.keys()])
      hints.forEach((listener) => listener())
    },
    disconnected() {
      online = false
      for (const entry of entries.values()) entry.people = []
      changed()
    },
    events(events) {
      for (const [spaceId, ofSpace] of Map.groupBy(events, (event) => event.spaceId)) {
        const entry = entries.get(spaceId)
        if (entry && entry.replica.apply(ofSpace) === 'gap') void catchUp(entry)
      }
    },
    beacon: onBeacon,
    presence({ spaceId, people }) {
      const entry = entries.get(spaceId)
      if (entry) entry.people = people
      changed()
    },
    revoked(spaceId) {
      const entry = entries.get(spaceId)
      if (entry) forbid(entry)
      hints.forEach((listener) => listener())
    },
    hint: () => hints.forEach((listener) => listener()),
  })

  const open = (spaceId: string): Entry => {
    const known = entries.get(spaceId)
    if (known && known.status !== 'forbidden') return known
    const entry: Entry = {
      replica: createReplica(spaceId, personId),
      status: 'loading',
      people: [],
      catching: false,
      again: false,
      retrying: false,
    }
    entries.set(spaceId, entry)
    for (const item of outbox.items())
      if (item.spaceId === spaceId && item.state !== 'refused') entry.replica.expect(item)
    void catchUp(entry)
    if (online) void subscribeAll([spaceId])
    return entry
  }

  return {
    open(spaceId) {
      const entry = open(spaceId)
      return {
        replica: entry.replica,
        status: () => entries.get(spaceId)?.status ?? entry.status,
        present: () => entry.people,
      }
    },
    send(command) {
      const item = { ...command, commandId: uuidv7(), at: now() }
      entries.get(command.spaceId)?.replica.expect(item)
      return outbox.send(item)
    },
    outbox,
    online: () => online,
    announce: (frame) => wire.presence(frame),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onHint(listener) {
      hints.add(listener)
      return () => hints.delete(listener)
    },
    close() {
      closed = true
      wire.close()
    },
  }
}

async function catchUpOnce(entry: Entry, fetcher: Fetcher, forbid: (entry: Entry) => void): Promise<void> {
  const { replica } = entry
  const confirmed = replica.confirmed()
  if (confirmed) {
    const answer = await fetcher.eventsAfter(replica.spaceId, confirmed.epoch, confirmed.seq)
    if (answer === 'forbidden') return forbid(entry)
    if (answer.kind === 'events') {
      replica.apply(answer.events)
      return
    }
  }
  const snapshot = await fetcher.snapshot(replica.spaceId)
  if (snapshot === 'forbidden') return forbid(entry)
  // Events that were applied while the snapshot travelled are newer: keep them.
  const now = replica.confirmed()
  if (!now || now.epoch !== snapshot.epoch || now.seq < snapshot.seq) replica.reset(snapshot)
}
