import type { ErrorCode, ErrorDetails } from '@kolo/domain/core/errors'
import type { Pending } from './replica.ts'

/** Where an unsent command stands, as the person sees it. */
export type ItemState = 'saving' | 'waiting' | 'refused'

/** A command in the outbox; `path` is its procedure. A refused item stays, with its reason, until the person decides. */
export type OutboxItem = Pending & {
  readonly path: string
  readonly state: ItemState
  readonly refusal?: { readonly code: ErrorCode; readonly details: ErrorDetails }
}

/** What the transport answers: positions, a final refusal, or *unknown*, which is retried with the same id. */
export type Answer =
  | { readonly status: 'committed'; readonly at: readonly { readonly spaceId: string; readonly seq: number }[] }
  | { readonly status: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly status: 'unknown' }

/** Where the outbox survives a closed tab. */
export type OutboxStore = {
  load(): Promise<readonly OutboxItem[]>
  put(item: OutboxItem): Promise<void>
  remove(commandId: string): Promise<void>
}

/** The queue of unsent commands: in order within a space, side by side across spaces. */
export type Outbox = {
  /** Queues a command and resolves with its final answer. */
  send(command: Pending & { readonly path: string }): Promise<Answer>
  items(): readonly OutboxItem[]
  /** Takes a refused item away. */
  discard(commandId: string): void
  /** Tries at once what is waiting (the network is back). */
  wake(): void
  subscribe(listener: () => void): () => void
}

const slowest = 15_000

/** Makes the outbox; `call` never throws, `later` is the clock's timer, `random` the jitter. */
export function createOutbox(options: {
  store: OutboxStore
  call: (item: OutboxItem) => Promise<Answer>
  /** Hears of what was found on the disk, and of each final answer, also of items from an earlier life of the tab. */
  onLoaded?: (items: readonly OutboxItem[]) => void
  onAnswer?: (item: OutboxItem, answer: Answer) => void
  later?: (work: () => void, milliseconds: number) => void
  random?: () => number
}): Outbox {
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const random = options.random ?? Math.random
  let items: readonly OutboxItem[] = []
  const waiting = new Map<string, (answer: Answer) => void>()
  const busy = new Set<string>()
  const listeners = new Set<() => void>()
  let wakeUps: (() => void)[] = []

  const set = (next: readonly OutboxItem[]): void => {
    items = next
    for (const listener of listeners) listener()
  }
  const mark = (commandId: string, change: Partial<OutboxItem>): void =>
    set(items.map((item) => (item.commandId === commandId ? { ...item, ...change } : item)))

  const pause = (attempt: number): Promise<void> =>
    new Promise((resolve) => {
      wakeUps.push(resolve)
      later(resolve, Math.min(slowest, 250 * 2 ** attempt) * (0.5 + random() / 2))
    })

  /** Sends until there is a final answer. */
  const deliver = async (item: OutboxItem): Promise<Answer> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await options.call(item)
      if (answer.status !== 'unknown') return answer
      mark(item.commandId, { state: 'waiting' })
      await pause(attempt)
    }
  }

  const drain = async (spaceId: string): Promise<void> => {
    if (busy.has(spaceId)) return
    busy.add(spaceId)
    for (;;) {
      const item = items.find((candidate) => candidate.spaceId === spaceId && candidate.state !== 'refused')
      if (!item) break
      const answer = await deliver(item)
      if (answer.status === 'refused') {
        const refused = { ...item, state: 'refused' as const, refusal: { code: answer.code, details: answer.details } }
        await options.store.put(refused).catch(() => undefined)
        mark(item.commandId, refused)
      } else {
        // Off the disk only after the answer: a tab that dies in between sends again, with the same id.
        await options.store.remove(item.commandId).catch(() => undefined)
        set(items.filter(({ commandId }) => commandId !== item.commandId))
      }
      options.onAnswer?.(item, answer)
      waiting.get(item.commandId)?.(answer)
      waiting.delete(item.commandId)
    }
    busy.delete(spaceId)
  }

  void options.store.load().then(
    (stored) => {
      const known = new Set(items.map(({ commandId }) => commandId))
      const found = stored.filter(({ commandId }) => !known.has(commandId))
      set([...found, ...items])
      options.onLoaded?.(found)
      for (const spaceId of new Set(found.map((item) => item.spaceId))) void drain(spaceId)
    },
    () => undefined,
  )

  return {
    send(command) {
      const item: OutboxItem = { ...command, state: 'saving' }
      set([...items, item])
      return new Promise((resolve) => {
        waiting.set(item.commandId, resolve)
        // Where the disk refuses, the item still goes out from memory.
        void options.store
          .put(item)
          .catch(() => undefined)
          .then(() => drain(item.spaceId))
      })
    },
    items: () => items,
    discard(commandId) {
      set(items.filter((item) => item.commandId !== commandId))
      void options.store.remove(commandId).catch(() => undefined)
    },
    wake() {
      const due = wakeUps
      wakeUps = []
      for (const wakeUp of due) wakeUp()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
