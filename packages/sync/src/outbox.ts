import type { Answer, Refusal } from './answer.ts'
import type { ItemState, OutboxItem, Unsent } from './outbox-item.ts'
import { upToDate } from './outbox-item.ts'
import type { OutboxStore } from './disk.ts'
import { protocolVersion } from './protocol.ts'
import { soleTab, type Tabs } from './tabs.ts'
import { uuidv7 } from './uuidv7.ts'

/** The queue of unsent commands: in order within a space, side by side across spaces, one for all tabs. */
export type Outbox = {
  /** Queues a command and resolves with its final answer. */
  send(command: Unsent): Promise<Answer>
  items(): readonly OutboxItem[]
  /** Takes a refused item away. */
  discard(commandId: string): void
  /** Takes a refused item out, to be sent again: under its own id where the server may have done it, else under a new one. */
  take(commandId: string): Unsent | undefined
  /** Takes everything that waits as refused for this reason (the person signs out). */
  refuse(refusal: Refusal): Promise<void>
  /** Sends nothing more until the page is loaded again. */
  pause(): void
  /** Tries at once what is waiting (the network is back). */
  wake(): void
  subscribe(listener: () => void): () => void
  close(): void
}

/** What tabs tell each other of the outbox. */
type OutboxMessage =
  | { readonly outbox: 'put'; readonly item: OutboxItem }
  | { readonly outbox: 'marked'; readonly commandId: string; readonly state: ItemState; readonly because?: Refusal }
  | { readonly outbox: 'answered'; readonly item: OutboxItem; readonly answer: Final }
  | { readonly outbox: 'gone'; readonly commandId: string }
  | { readonly outbox: 'wake' }

type Final = Exclude<Answer, { status: 'unknown' }>

const slowest = 15_000
/** More than anybody writes in a day without a network; a disk and a server have to bear it. */
const itemsHeld = 1_000
/** So often in a row the server may say that it failed; then the item makes way for what follows. */
const failuresBorne = 5

/** Makes the outbox; `call` takes the items of a space in their order, answers those that it has sent and never throws, `later` is the clock's timer, `random` the jitter. */
export function createOutbox(options: {
  store: OutboxStore
  call: (items: readonly OutboxItem[]) => Promise<readonly Answer[]>
  tabs?: Tabs
  /** Hears of what was found on the disk or written in another tab, and of each final answer. */
  onLoaded?: (items: readonly OutboxItem[]) => void
  onAnswer?: (item: OutboxItem, answer: Final) => void
  later?: (work: () => void, milliseconds: number) => void
  random?: () => number
}): Outbox {
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const random = options.random ?? Math.random
  const tabs = options.tabs ?? soleTab()
  let items: readonly OutboxItem[] = []
  let resting = false
  const waiting = new Map<string, (answer: Answer) => void>()
  const busy = new Set<string>()
  const writing = new Set<string>()
  const listeners = new Set<() => void>()
  let wakeUps: (() => void)[] = []
  const tell = (message: OutboxMessage): void => tabs.tell(message)

  const set = (next: readonly OutboxItem[]): void => {
    items = next
    for (const listener of listeners) listener()
  }
  const mark = (commandId: string, state: ItemState, because?: Refusal): void =>
    set(
      items.map((item) => {
        if (item.commandId !== commandId) return item
        const { refusal: _, ...rest } = item
        return { ...rest, state, ...(because && { refusal: because }) }
      }),
    )
  /** The disk has no room for it. */
  const hold = (commandId: string): void =>
    set(items.map((item) => (item.commandId === commandId ? { ...item, onlyInMemory: true } : item)))
  /** What is written behind something that waits, waits for the same. */
  const fresh = (command: Unsent): OutboxItem => {
    const ahead = items.find(({ spaceId, state }) => spaceId === command.spaceId && state === 'waiting')
    const { refusal } = ahead ?? {}
    const state = resting || ahead ? 'waiting' : 'saving'
    return { ...command, state, version: protocolVersion, ...(refusal && { refusal }) }
  }
  const isWanted = (wanted: string): boolean =>
    items.some(({ commandId, state }) => commandId === wanted && state !== 'refused')

  /** Takes in what the disk holds or another tab has written; `first`: it is older than what is here. */
  const adopt = (found: readonly OutboxItem[], first: boolean): void => {
    const known = new Set(items.map(({ commandId }) => commandId))
    const fresh = found.filter(({ commandId }) => !known.has(commandId)).map((item) => upToDate(item))
    if (fresh.length === 0) return
    set(first ? [...fresh, ...items] : [...items, ...fresh])
    options.onLoaded?.(fresh)
  }

  const finish = (item: OutboxItem, answer: Final): void => {
    if (answer.status === 'refused') {
      const { status: _, ...refusal } = answer
      const refused = { ...item, state: 'refused' as const, refusal }
      set(items.map((each) => (each.commandId === item.commandId ? refused : each)))
    } else set(items.filter(({ commandId }) => commandId !== item.commandId))
    options.onAnswer?.(item, answer)
    waiting.get(item.commandId)?.(answer)
    waiting.delete(item.commandId)
  }

  /** Writes the answer down, then lets every tab know. */
  const settle = async (sent: OutboxItem, answer: Final): Promise<void> => {
    const { commandId } = sent
    const item = items.find((each) => each.commandId === commandId) ?? sent
    // Off the disk only after the answer: a tab that dies in between sends again, with the same id.
    const { store } = options
    let settled = item
    if (answer.status === 'refused') {
      const { status: _, ...refusal } = answer
      const { onlyInMemory: __, ...written } = item
      await store.put({ ...written, state: 'refused', refusal }).then(
        () => (settled = written),
        // As it was: what the disk holds unanswered is sent again, and answered the same.
        () => undefined,
      )
    } else await store.remove(commandId).catch(() => undefined)
    tell({ outbox: 'answered', item: settled, answer })
    finish(settled, answer)
  }

  const pause = (attempt: number): Promise<void> =>
    new Promise((resolve) => {
      wakeUps.push(resolve)
      later(resolve, Math.min(slowest, 250 * 2 ** attempt) * (0.5 + random() / 2))
    })

  /** What is to be sent in a space, up to what the disk doesn't hold yet. */
  const dueIn = (spaceId: string): readonly OutboxItem[] => {
    const open = items.filter((item) => item.spaceId === spaceId && item.state !== 'refused')
    const beingWritten = open.findIndex(({ commandId }) => writing.has(commandId))
    return beingWritten === -1 ? open : open.slice(0, beingWritten)
  }

  /** Sends what waits in a space until nothing does, each item again until there is a final answer. */
  const sendAll = async (spaceId: string): Promise<void> => {
    let [attempt, failures] = [0, 0]
    while (!resting) {
      const due = dueIn(spaceId)
      const [first] = due
      if (!first) return
      const answers = await options.call(due)
      const finals = untilUnknown(answers)
      for (const [index, answer] of finals.entries()) await settle(due[index]!, answer)
      if (finals.length > 0) [attempt, failures] = [0, 0]
      const [stuck, answer] = [due[finals.length], answers[finals.length]]
      if (!stuck || answer?.status !== 'unknown' || !isWanted(stuck.commandId)) continue
      failures = answer.failure ? failures + 1 : 0
      if (answer.failure && failures >= failuresBorne) {
        await settle(stuck, { status: 'refused', ...answer.failure })
        continue
      }
      const { because } = answer
      for (const { commandId } of items.filter((item) => item.spaceId === spaceId && item.state !== 'refused')) {
        mark(commandId, 'waiting', because)
        tell({ outbox: 'marked', commandId, state: 'waiting', ...(because && { because }) })
      }
      await pause(attempt)
      attempt += 1
    }
  }

  const drain = async (spaceId: string): Promise<void> => {
    if (busy.has(spaceId) || !tabs.leads()) return
    busy.add(spaceId)
    // What an earlier life of the tab has left comes first.
    await loaded
    await sendAll(spaceId)
    busy.delete(spaceId)
  }
  const drainAll = (): void => {
    for (const spaceId of new Set(items.map((item) => item.spaceId))) void drain(spaceId)
  }

  const load = async (): Promise<void> => {
    try {
      adopt(await options.store.load(), true)
    } catch {
      // No disk: what is in memory still goes out.
    }
  }
  const loaded = load()
  // Once more on taking over: what another tab has put there may not have been told.
  tabs.onLead(() => void loaded.then(load).then(drainAll))

  const wakeHere = (): void => {
    const due = wakeUps
    wakeUps = []
    for (const wakeUp of due) wakeUp()
  }
  tabs.on((message) => {
    if (typeof message !== 'object' || message === null || !('outbox' in message)) return
    const heard = message as OutboxMessage
    if (heard.outbox === 'put') {
      adopt([heard.item], false)
      void drain(heard.item.spaceId)
    } else if (heard.outbox === 'marked') mark(heard.commandId, heard.state, heard.because)
    else if (heard.outbox === 'answered') finish(heard.item, heard.answer)
    else if (heard.outbox === 'gone') set(items.filter(({ commandId }) => commandId !== heard.commandId))
    else wakeHere()
  })

  const discard = (commandId: string): void => {
    set(items.filter((item) => item.commandId !== commandId))
    tell({ outbox: 'gone', commandId })
    void options.store.remove(commandId).catch(() => undefined)
  }

  return {
    send(command) {
      const item = fresh(command)
      if (items.length >= itemsHeld) {
        const full = {
          status: 'refused',
          code: 'tooMany',
          details: { reason: 'outboxFull', limit: itemsHeld },
        } as const
        options.onAnswer?.(item, full)
        return Promise.resolve(full)
      }
      set([...items, item])
      return new Promise((resolve) => {
        waiting.set(item.commandId, resolve)
        writing.add(item.commandId)
        // Where the disk refuses, the item still goes out from memory.
        void options.store
          .put(item)
          .catch(() => hold(item.commandId))
          .then(() => {
            writing.delete(item.commandId)
            tell({ outbox: 'put', item: items.find(({ commandId }) => commandId === item.commandId) ?? item })
            return drain(item.spaceId)
          })
      })
    },
    items: () => items,
    discard,
    take(commandId) {
      const item = items.find((each) => each.commandId === commandId && each.state === 'refused')
      if (!item) return undefined
      discard(commandId)
      const { name, path, spaceId, input, at } = item
      const undecided = item.refusal?.code === 'internal' || item.refusal?.code === 'unauthenticated'
      return { commandId: undecided ? commandId : uuidv7(), name, path, spaceId, input, at }
    },
    async refuse(refusal) {
      const open = items.filter(({ state }) => state !== 'refused')
      await Promise.all(open.map((item) => settle(item, { status: 'refused', ...refusal })))
    },
    pause() {
      resting = true
      for (const { commandId, state } of items) if (state === 'saving') mark(commandId, 'waiting')
    },
    wake() {
      wakeHere()
      tell({ outbox: 'wake' })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      resting = true
      wakeHere()
    },
  }
}

function untilUnknown(answers: readonly Answer[]): Final[] {
  const finals: Final[] = []
  for (const answer of answers) {
    if (answer.status === 'unknown') break
    finals.push(answer)
  }
  return finals
}
