import { askWithoutLine } from './asking.ts'
import { catchingUp } from './catch-up.ts'
import { createCourier } from './courier.ts'
import { type Disk, memoryDisk } from './disk.ts'
import { hearWire } from './hear-wire.ts'
import { keepSpaces } from './kept-spaces.ts'
import { listenerSet } from './listener-set.ts'
import { type OnError, throwOutside } from './on-error.ts'
import { type OpenSpaces, openSpaces } from './open-spaces.ts'
import { createOutbox } from './outbox.ts'
import { reachability } from './reachability.ts'
import { signingOut } from './sign-out.ts'
import type { SpaceEntry } from './space-entry.ts'
import { subscriptions } from './subscriptions.ts'
import type { OpenSpace, SyncClient } from './sync-client.ts'
import { soleTab, type Tabs } from './tabs.ts'
import type { Fetcher, Wire } from './transport.ts'
import { uuidv7 } from './uuidv7.ts'
import { whereabouts } from './whereabouts.ts'

/** What a client is made of. */
type ClientOptions = {
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
  /** Hears of what nobody foresaw: a command that breaks when it is replayed, a fold or a listener that throws. */
  onError?: OnError
}

/** Makes the client; nothing here knows React. The rules are those of SPEC.md. */
export function createSyncClient(options: ClientOptions): SyncClient {
  const { personId, fetcher, wire, build = '', disk = memoryDisk(), tabs = soleTab() } = options
  const { random = Math.random, onError = throwOutside, now = () => new Date().toISOString() } = options
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const [listeners, hints, departures] = [listenerSet(onError), listenerSet(onError), listenerSet(onError)]
  let outdated = false
  let closed = false
  const changed = listeners.tell
  const isClosed = (): boolean => closed
  const becomeOutdated = (): void => {
    outdated = true
    outbox.rest()
    changed()
  }
  const learnOutdated = (): void => {
    tabs.tell({ protocol: 'outdated' })
    becomeOutdated()
  }

  const reach = reachability(changed)
  const kept = keepSpaces({ store: disk.spaces, build, now, later })
  const courier = createCourier(fetcher, wire, learnOutdated)
  const outbox = createOutbox({
    store: disk.outbox,
    call: courier.send,
    tabs,
    later,
    random,
    onError,
    onFound(items) {
      for (const spaceId of new Set(items.map((item) => item.spaceId)))
        spaces.of(spaceId)?.replica.expectInOrder(unsentIn(spaceId))
    },
    onAnswer({ spaceId, commandId }, answer) {
      const seq = answer.status === 'committed' ? answer.at.find((place) => place.spaceId === spaceId)?.seq : undefined
      const entry = spaces.of(spaceId)
      entry?.replica.settle(commandId, seq)
      // Where the socket is away, nobody would bring the event.
      if (entry && seq !== undefined && !reach.isOnline()) catchUp(entry)
    },
  })
  outbox.subscribe(changed)
  const unsentIn = (spaceId: string) =>
    outbox.items().filter((item) => item.spaceId === spaceId && item.state !== 'refused')
  /** From the disk at once, then from the server. */
  const begin = async (entry: SpaceEntry): Promise<void> => {
    if (reach.isOnline()) subscribed.subscribe([entry.replica.spaceId])
    if (await kept.take(entry)) spaces.ready(entry)
    if (entry.status !== 'forbidden') catchUp(entry)
  }
  const end = (spaceId: string): void => {
    if (reach.isOnline()) wire.unsubscribe([spaceId])
  }
  const spaces = openSpaces({ personId, kept, unsentIn, begin: (entry) => void begin(entry), end, changed, onError })
  const { catchUp, startAnew, apply } = catchingUp({ fetcher, spaces, reach, later, isClosed, onError })
  const here = whereabouts(tabs.id, (presence) => reach.isOnline() && wire.presence(presence))
  const subscribed = subscriptions({
    wire,
    spaces,
    catchUp,
    startAnew,
    subscribed(spaceIds) {
      courier.lineHeard()
      here.subscribed(spaceIds)
    },
  })
  const { probe } = askWithoutLine({ spaces, reach, catchUp, hint: hints.tell, later, random, isClosed })
  wire.on(
    hearWire({
      spaces,
      reach,
      apply,
      subscriptions: subscribed,
      probe,
      lineHeard: courier.lineHeard,
      lineLost: courier.lineLost,
      wake: outbox.wake,
      forgetUnopened: kept.forgetUnopened,
      hint: hints.tell,
      outdated: learnOutdated,
      changed,
    }),
  )
  tabs.on((message) => {
    if ('protocol' in message) becomeOutdated()
  })
  const signOut = signingOut(disk, tabs, outbox, departures)

  const sendAs: SyncClient['outbox']['send'] = (command, insteadOf) => {
    spaces.of(command.spaceId)?.replica.expect(command)
    return outbox.send(command, insteadOf)
  }
  return {
    open: (spaceId) => asSeen(spaces.open(spaceId), spaces),
    send: (command) => sendAs({ ...command, commandId: uuidv7(), at: now() }),
    resend(commandId, input) {
      const again = outbox.again(commandId)
      if (!again) return undefined
      // With other words it is another command.
      return sendAs(input === undefined ? again : { ...again, commandId: uuidv7(), at: now(), input }, commandId)
    },
    outbox,
    connection: reach.connection,
    outdated: () => outdated,
    announce: here.announce,
    type: here.type,
    subscribe: listeners.add,
    onHint: hints.add,
    onSignedOut: departures.add,
    signOut,
    keep: kept.now,
    keepOnly: kept.forgetAllBut,
    close() {
      closed = true
      void kept.now()
      outbox.close()
      wire.close()
      tabs.close()
    },
  }
}

/** A space as views see it. */
const asSeen = (entry: SpaceEntry, spaces: OpenSpaces): OpenSpace => ({
  replica: entry.replica,
  status: () => entry.status,
  present: () => entry.people,
  hold: () => spaces.hold(entry),
})
