import type { OutboxStore } from './disk.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { OutboxList } from './outbox-list.ts'
import type { Tabs } from './tabs.ts'

/** What the disk holds: of earlier pages, and of tabs that died before they could tell. */
export type UnsentOnDisk = {
  /** Once it was read for the first time, or couldn't be: what is in memory still goes out. */
  readonly loaded: Promise<void>
  /** The leader reads it again; `then` hears when that is done. */
  lookAgain(then: () => void): Promise<void>
}

/** Reads the disk; `found` hears of what was unknown. */
export function unsentOnDisk(of: {
  list: OutboxList
  store: OutboxStore
  tabs: Tabs
  found: (items: readonly OutboxItem[]) => void
}): UnsentOnDisk {
  const { list, store, tabs, found } = of
  const look = async (): Promise<void> => {
    const items = await list.take(() => store.load()).catch(() => [])
    if (items.length > 0) found(items)
  }
  const loaded = look()
  return {
    loaded,
    async lookAgain(then) {
      await loaded
      if (!tabs.leads()) return
      await look()
      then()
    },
  }
}
