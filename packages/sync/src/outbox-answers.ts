import type { Answer } from './answer.ts'
import type { OutboxStore } from './disk.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { OutboxList } from './outbox-list.ts'
import type { Final } from './outbox-messages.ts'
import type { Tabs } from './tabs.ts'

/** What becomes of items once they are answered. */
export type OutboxAnswers = {
  /** The final answer, which whoever has sent it here waits for. */
  to(commandId: string): Promise<Final>
  /** Writes the answer down, then lets every tab know. */
  conclude(sent: OutboxItem, answer: Final): Promise<void>
  /** Another tab has concluded it. */
  heard(item: OutboxItem, answer: Final): void
}

/** Makes it; `onAnswer` hears of each final answer. */
export function outboxAnswers(of: {
  list: OutboxList
  store: OutboxStore
  tabs: Tabs
  onAnswer: (item: OutboxItem, answer: Final) => void
}): OutboxAnswers {
  const { list, store, tabs, onAnswer } = of
  const waiting = new Map<string, (answer: Final) => void>()

  const heard = (item: OutboxItem, answer: Final): void => {
    if (answer.status === 'refused') list.change(refusedFor(item, answer))
    else list.remove(item.commandId)
    waiting.get(item.commandId)?.(answer)
    waiting.delete(item.commandId)
    onAnswer(item, answer)
  }
  /** Off the disk only after the answer: a tab that dies in between sends again, with the same id. */
  const written = async (item: OutboxItem, answer: Final): Promise<OutboxItem> => {
    if (answer.status !== 'refused') {
      await store.remove(item.commandId).catch(() => undefined)
      return item
    }
    const { onlyInMemory: _, ...onDisk } = item
    return store.put(refusedFor(onDisk, answer)).then(
      () => onDisk,
      // As it was: what the disk holds unanswered is sent again, and answered the same.
      () => item,
    )
  }
  return {
    to: (commandId) => new Promise((resolve) => waiting.set(commandId, resolve)),
    heard,
    async conclude(sent, answer) {
      const item = await written(list.find(sent.commandId) ?? sent, answer)
      tabs.tell({ outbox: 'answered', item, answer })
      heard(item, answer)
    },
  }
}

function refusedFor(item: OutboxItem, { status: _, ...refusal }: Extract<Answer, { status: 'refused' }>): OutboxItem {
  return { ...item, state: 'refused', refusal }
}
