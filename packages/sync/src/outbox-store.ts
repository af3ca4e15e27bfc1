import { type DBSchema, openDB } from 'idb'
import type { OutboxItem, OutboxStore } from './outbox.ts'

type Schema = DBSchema & { outbox: { key: string; value: OutboxItem } }

/** The outbox of one person on the browser's disk (IndexedDB). */
export function diskStore(personId: string): OutboxStore {
  const database = openDB<Schema>(`kolo-outbox-${personId}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('outbox', { keyPath: 'commandId' }),
  })
  return {
    async load() {
      const items = await (await database).getAll('outbox')
      return items.toSorted((a, b) => (a.commandId < b.commandId ? -1 : 1))
    },
    async put(item) {
      await (await database).put('outbox', item)
    },
    async remove(commandId) {
      await (await database).delete('outbox', commandId)
    },
  }
}

/** An outbox that lives as long as the page: tests, and browsers that refuse a disk. */
export function memoryStore(): OutboxStore {
  const items = new Map<string, OutboxItem>()
  return {
    load: async () => [...items.values()],
    put: async (item) => void items.set(item.commandId, item),
    remove: async (commandId) => void items.delete(commandId),
  }
}
