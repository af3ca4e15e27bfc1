import type { Answer } from './answer.ts'
import { courier } from './courier.ts'
import { type Disk, memoryDisk } from './disk.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { type Beacon, inFrames } from './protocol.ts'
import { catchUpOnce, keepSpaces, newEntry, type SpaceEntry } from './space-entry.ts'
import type { SyncClient } from './sync-client.ts'
import { soleTab, type Tabs } from './tabs.ts'
import type { Fetcher, Wire } from './transport.ts'
import { uuidv7 } from './uuidv7.ts'
import { whereabouts } from './whereabouts.ts'

const retryAfter = 2_000
const pollEvery = 10_000
const probeWithin = 2_000
const signedOut = { code: 'unauthenticated', details: { reason: 'signedOut' } } as const

/** Makes the client; nothing here knows React. The rules are those of SPEC.md. */
export function createSyncClient(options: {
  personId: string
  fetcher: Fetcher
  wire: Wire
  disk?: Disk
  tabs?: Tabs
  /** Names what folded the spaces on the disk; another build's are never taken. */
  build?: string
  now?: () => string
  later?: (work: () => void, milliseconds: number) => void
  random?: () => number
}): SyncClient {
  const { fetcher, wire, personId } = options
  const now = options.now ?? (() => new Date().toISOString())
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const random = options.random ?? Math.random
  const disk = options.disk ?? memoryDisk()
  const tabs = options.tabs ?? soleTab()
  const keeping = keepSpaces({ store: disk.spaces, build: options.build ?? '', now, later })
  const entries = new Map<string, SpaceEntry>()
  const listeners = new Set<() => void>()
  const hints = new Set<() => void>()
  const departures = new Set<() => void>()
  let online = false
  let answered = true
  let outdated = false
  let closed = false
  const changed = (): void => listeners.forEach((listener) => listener())

  /** Without a socket, the answers tell whether anybody is there. */
  const heard = (anAnswer: boolean): void => {
    if (answered === anAnswer) return
    answered = anAnswer
    changed()
  }

  const whereabout = whereabouts(tabs.id, (presence) => online && wire.presence(presence))
  const carrier = courier(fetcher, wire, () => {
    tabs.tell('outdated')
    becomeOutdated()
  })
  const outbox = createOutbox({
    store: disk.outbox,
    call: carrier.carry,
    tabs,
    later,
    random,
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

  /** The server speaks a newer protocol: nothing more is sent from this page. */
  const becomeOutdated = (): void => {
    outdated = true
    outbox.pause()
    changed()
  }

  /** Closed to the person: nothing of it stays. What is unsent the server refuses, with its reason. */
  const forbid = (entry: SpaceEntry): void => {
    entry.status = 'forbidden'
    entry.people = []
    entry.replica.forget()
    keeping.forget(entry)
    changed()
  }

  const ready = (entry: SpaceEntry): void => {
    if (entry.status !== 'loading') return
    entry.status = 'ready'
    changed()
  }

  /** Brings a space to the server's head. One at a time for each space. */
  const catchUp = async (entry: SpaceEntry): Promise<void> => {
    if (entry.catching) {
      entry.again = true
      return
    }
    entry.catching = true
    try {
      do {
        entry.again = false
        if ((await catchUpOnce(entry, fetcher)) === 'forbidden') forbid(entry)
      } while (entry.again && entry.status !== 'forbidden')
      ready(entry)
      heard(true)
    } catch {
      // No answer: the beacon, the next connection or this timer tries again.
      heard(false)
      retry(entry)
    } finally {
      entry.catching = false
    }
  }

  const retry = (entry: SpaceEntry): void => {
    if (entry.retrying) return
    entry.retrying = true
    later(() => {
      entry.retrying = false
      if (!closed && entry.status !== 'forbidden') void catchUp(entry)
    }, retryAfter)
  }

  /** Whether anybody answers is asked once, and not by everybody in the same moment. */
  const probe = (): void => {
    const [entry] = [...entries.values()].filter(({ status }) => status !== 'forbidden')
    if (entry && !online && !closed) void catchUp(entry)
  }

  /** Where no socket gets through, what it would bring is asked for. */
  const poll = (): void => {
    if (closed) return
    for (const entry of online ? [] : entries.values())
      if (entry.status !== 'forbidden' && !entry.retrying) void catchUp(entry)
    if (!online && answered) hints.forEach((listener) => listener())
    later(poll, pollEvery)
  }
  later(poll, pollEvery)

  const subscribeAll = async (spaceIds: readonly string[]): Promise<void> => {
    await Promise.all(inFrames(spaceIds).map(subscribeFrame))
  }

  const subscribeFrame = async (spaceIds: readonly string[]): Promise<void> => {
    const { heads, epoch, refused } = await wire.subscribe(spaceIds)
    for (const spaceId of refused) {
      const entry = entries.get(spaceId)
      if (entry) forbid(entry)
    }
    whereabout.subscribed(spaceIds)
    onBeacon({ epoch, heads })
  }

  const onBeacon = ({ epoch, heads }: Beacon): void => {
    carrier.lineHeard()
    for (const [spaceId, head] of Object.entries(heads)) {
      const entry = entries.get(spaceId)
      const confirmed = entry?.replica.confirmed()
      if (entry && (!confirmed || confirmed.epoch !== epoch || confirmed.seq < head)) void catchUp(entry)
    }
  }

  wire.on({
    connected() {
      online = true
      answered = true
      carrier.lineHeard()
      outbox.wake()
      changed()
      const open = [...entries.values()].filter(({ status }) => status !== 'forbidden')
      if (open.length > 0) void subscribeAll(open.map(({ replica }) => replica.spaceId))
      hints.forEach((listener) => listener())
    },
    disconnected() {
      online = false
      carrier.lineLost()
      for (const entry of entries.values()) entry.people = []
      changed()
      later(probe, probeWithin * random())
    },
    events(events) {
      for (const [spaceId, ofSpace] of Map.groupBy(events, (event) => event.spaceId)) {
        const entry = entries.get(spaceId)
        if (entry && entry.status !== 'forbidden' && entry.replica.apply(ofSpace) === 'gap') void catchUp(entry)
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
    outdated: becomeOutdated,
  })
  tabs.on((message) => {
    if (message === 'signed out') void leave()
    if (message === 'outdated') becomeOutdated()
  })

  // A disk that can't be emptied holds nothing either: it takes nothing.
  const wipe = (): Promise<void> => disk.wipe().catch(() => undefined)
  /** The person signed out in another tab. What this one was writing down goes, too. */
  const leave = async (): Promise<void> => {
    await wipe()
    departures.forEach((listener) => listener())
  }

  const open = (spaceId: string): SpaceEntry => {
    const known = entries.get(spaceId)
    if (known && known.status !== 'forbidden') return known
    const entry = newEntry(spaceId, personId)
    entries.set(spaceId, entry)
    for (const item of outbox.items())
      if (item.spaceId === spaceId && item.state !== 'refused') entry.replica.expect(item)
    entry.replica.subscribe(() => keeping.soon(entry))
    void begin(entry)
    if (online) void subscribeAll([spaceId])
    return entry
  }

  /** From the disk at once, then from the server. */
  const begin = async (entry: SpaceEntry): Promise<void> => {
    if (await keeping.take(entry)) ready(entry)
    await catchUp(entry)
  }

  const send: SyncClient['send'] = (command) => {
    const item = { ...command, commandId: uuidv7(), at: now() }
    return sendAs(item)
  }
  const sendAs = (item: Parameters<Outbox['send']>[0]): Promise<Answer> => {
    entries.get(item.spaceId)?.replica.expect(item)
    return outbox.send(item)
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
    send,
    resend(commandId, input) {
      const taken = outbox.take(commandId)
      if (!taken) return undefined
      // With other words it is another command.
      return input === undefined ? sendAs(taken) : send({ ...taken, input })
    },
    outbox,
    connection: () => (online ? 'live' : answered ? 'slow' : 'away'),
    outdated: () => outdated,
    announce: whereabout.announce,
    type: whereabout.type,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onHint(listener) {
      hints.add(listener)
      return () => hints.delete(listener)
    },
    onSignedOut(listener) {
      departures.add(listener)
      return () => departures.delete(listener)
    },
    async signOut() {
      await outbox.refuse(signedOut)
      tabs.tell('signed out')
      await wipe()
    },
    keep: keeping.now,
    close() {
      closed = true
      void keeping.now()
      outbox.close()
      wire.close()
      tabs.close()
    },
  }
}
