import type { OutboxStore } from './disk.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { OutboxList } from './outbox-list.ts'
import type { Tabs } from './tabs.ts'

/** What is on its way to the disk. */
export type Writing = {
  /** Up to what the disk doesn't hold yet. */
  upTo(unsent: readonly OutboxItem[]): readonly OutboxItem[]
  /** Writes an item down, in place of another where that is named, and lets every tab know. */
  write(item: OutboxItem, insteadOf: string | undefined): Promise<void>
}

/** Makes it; `written` hears of each space that has more to send. Where the disk refuses an item, it still goes out from memory. */
export function writesItems(
  list: OutboxList,
  store: OutboxStore,
  tabs: Tabs,
  written: (spaceId: string) => void,
): Writing {
  const underWay = new Set<string>()
  const holdInMemory = (commandId: string): void => {
    const item = list.find(commandId)
    if (item) list.change({ ...item, onlyInMemory: true })
  }
  return {
    upTo(unsent) {
      const notYet = unsent.findIndex(({ commandId }) => underWay.has(commandId))
      return notYet === -1 ? unsent : unsent.slice(0, notYet)
    },
    async write(item, insteadOf) {
      const { commandId } = item
      underWay.add(commandId)
      await store.put(item, insteadOf).catch(() => holdInMemory(commandId))
      underWay.delete(commandId)
      const now = list.find(commandId) ?? item
      tabs.tell({ outbox: 'put', item: now, ...(insteadOf !== undefined && { insteadOf }) })
      written(item.spaceId)
    },
  }
}
