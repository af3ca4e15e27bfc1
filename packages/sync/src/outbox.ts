import type { Answer, Refusal } from './answer.ts'
import type { OutboxStore } from './disk.ts'
import { drainSpaces } from './drain-spaces.ts'
import { hearOutbox } from './hear-outbox.ts'
import { type OnError, throwOutside } from './on-error.ts'
import { type OutboxAnswers, outboxAnswers } from './outbox-answers.ts'
import type { OutboxItem, Unsent } from './outbox-item.ts'
import { type OutboxList, outboxList } from './outbox-list.ts'
import type { Final } from './outbox-messages.ts'
import { protocolVersion } from './version.ts'
import { retryPause } from './retry-pause.ts'
import { soleTab, type Tabs } from './tabs.ts'
import { unsentOnDisk } from './unsent-on-disk.ts'
import { uuidv7 } from './uuidv7.ts'
import { writesItems } from './write-item.ts'

/** The queue of unsent commands: in order within a space, side by side across spaces, one for all tabs. */
export type Outbox = {
  /** Queues a command and resolves with its final answer; `insteadOf` names the refused one whose place it takes. */
  send(command: Unsent, insteadOf?: string): Promise<Answer>
  items(): readonly OutboxItem[]
  /** Takes a refused item away. */
  discard(commandId: string): void
  /** A refused item as it is to be sent again: under its own id where the server may have done it, else under a new one. */
  again(commandId: string): Unsent | undefined
  /** Takes everything that waits as refused for this reason (the person signs out). */
  refuse(refusal: Refusal): Promise<void>
  /** Sends nothing more until the page is loaded again. */
  rest(): void
  /** Tries at once what is waiting (the network is back). */
  wake(): void
  subscribe(listener: () => void): () => void
  close(): void
}

/** More than anybody writes in a day without a network; a disk and a server have to bear it. */
const itemsHeld = 1_000
const full = { status: 'refused', code: 'tooMany', details: { reason: 'outboxFull', limit: itemsHeld } } as const

/** What an outbox is made of. */
export type OutboxOptions = {
  store: OutboxStore
  /** Takes the items of a space in their order, and answers those that it has sent. */
  call: (items: readonly OutboxItem[]) => Promise<readonly Answer[]>
  tabs?: Tabs
  /** Hears of what was found on the disk or written in another tab, and of each final answer. */
  onFound?: (items: readonly OutboxItem[]) => void
  onAnswer?: (item: OutboxItem, answer: Final) => void
  onError?: OnError
  /** The clock's timer, and the jitter. */
  later?: (work: () => void, milliseconds: number) => void
  random?: () => number
}

/** Makes the outbox. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { store, call, onError = throwOutside, random = Math.random } = options
  const { onAnswer = () => undefined, onFound = () => undefined } = options
  const later = options.later ?? ((work, milliseconds) => setTimeout(work, milliseconds))
  const tabs = toldWherePossible(options.tabs ?? soleTab(), onError)
  const list = outboxList(onError)
  const answers = outboxAnswers({ list, store, tabs, onAnswer })
  const pause = retryPause(later, random)
  const writing = writesItems(list, store, tabs, (spaceId) => void drain(spaceId))
  let resting = false
  const onDisk = unsentOnDisk({ list, store, tabs, found: onFound })
  const drain = drainSpaces(
    {
      rests: () => resting,
      due: (spaceId) => writing.upTo(list.unsentIn(spaceId)),
      call,
      conclude: answers.conclude,
      waits(spaceId, because) {
        list.wait(spaceId, because)
        tabs.tell({ outbox: 'waits', spaceId, ...(because && { because }) })
      },
      pause,
      onError,
    },
    { loaded: onDisk.loaded, leads: tabs.leads },
  )
  const lookAgain = (): void =>
    void onDisk.lookAgain(() => {
      for (const spaceId of new Set(list.items().map((item) => item.spaceId))) void drain(spaceId)
    })
  const wake = (): void => {
    pause.wake()
    lookAgain()
  }
  const put = (item: OutboxItem, isNew: boolean): void => {
    if (isNew) onFound([item])
    void drain(item.spaceId)
  }
  tabs.onLead(lookAgain)
  tabs.onAnyGone(lookAgain)
  tabs.on((message) => 'outbox' in message && hearOutbox(message, { list, answers, put, wake }))

  return {
    ...decisions({ list, answers, store, tabs }),
    send(command, insteadOf) {
      const item = queued(command, list, resting)
      if (list.items().filter(({ state }) => state !== 'refused').length >= itemsHeld) {
        onAnswer(item, full)
        return Promise.resolve(full)
      }
      const answering = answers.to(item.commandId)
      list.add(item, insteadOf)
      void writing.write(item, insteadOf)
      return answering
    },
    items: list.items,
    subscribe: list.subscribe,
    rest() {
      resting = true
      list.rest()
    },
    wake() {
      wake()
      tabs.tell({ outbox: 'wake' })
    },
    close() {
      resting = true
      pause.wake()
    },
  }
}

/** What the person decides of items that are there. */
function decisions(of: {
  list: OutboxList
  answers: OutboxAnswers
  store: OutboxStore
  tabs: Tabs
}): Pick<Outbox, 'discard' | 'again' | 'refuse'> {
  const { list, answers, store, tabs } = of
  return {
    discard(commandId) {
      list.remove(commandId)
      tabs.tell({ outbox: 'gone', commandId })
      void store.remove(commandId).catch(() => undefined)
    },
    again(wanted) {
      const item = list.find(wanted)
      if (item?.state !== 'refused') return undefined
      const { commandId, name, path, spaceId, input, at, refusal } = item
      const undecided = refusal?.code === 'internal' || refusal?.code === 'unauthenticated'
      return { commandId: undecided ? commandId : uuidv7(), name, path, spaceId, input, at }
    },
    async refuse(refusal) {
      const unsent = list.items().filter(({ state }) => state !== 'refused')
      await Promise.all(unsent.map((item) => answers.conclude(item, { status: 'refused', ...refusal })))
    },
  }
}

/** What can't be told to other tabs goes out all the same. */
const toldWherePossible = (tabs: Tabs, onError: OnError): Tabs => ({
  ...tabs,
  tell(message) {
    try {
      tabs.tell(message)
    } catch (error) {
      onError(error)
    }
  },
})

/** What is written behind something that waits, waits for the same. */
function queued(command: Unsent, list: OutboxList, isResting: boolean): OutboxItem {
  const ahead = list.unsentIn(command.spaceId).find(({ state }) => state === 'waiting')
  const { refusal } = ahead ?? {}
  const state = isResting || ahead ? 'waiting' : 'saving'
  return { ...command, state, version: protocolVersion, ...(refusal && { refusal }) }
}
