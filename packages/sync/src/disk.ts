import type { Envelope } from '@kolo/domain/events/envelope'
import { type DBSchema, openDB } from 'idb'
import type { OutboxItem } from './outbox-item.ts'
import type { ConfirmedSpace } from './replica.ts'

/** Where the outbox survives a closed tab. */
export type OutboxStore = {
  /** Oldest first. */
  load(): Promise<readonly OutboxItem[]>
  put(item: OutboxItem): Promise<void>
  remove(commandId: string): Promise<void>
}

/** A space as it stood when it was last seen; what another build has folded is never taken. */
export type KeptSpace = ConfirmedSpace & {
  readonly spaceId: string
  /** The last events: they bring to now what was loaded besides. */
  readonly recent: readonly Envelope[]
  readonly build: string
  readonly openedAt: string
}

/** Where spaces survive a closed tab, so that they open at once and without a network. */
export type SpaceStore = {
  load(spaceId: string): Promise<KeptSpace | undefined>
  keep(space: KeptSpace): Promise<void>
  remove(spaceId: string): Promise<void>
  /** Removes what was last opened before a moment. */
  prune(openedBefore: string): Promise<void>
}

/** Where the last answers to the screens across spaces survive; another build's are never taken. */
export type AnswerStore = {
  load(build: string): Promise<unknown>
  keep(build: string, answers: unknown): Promise<void>
}

/** What one person has on the browser's disk. */
export type Disk = {
  readonly outbox: OutboxStore
  readonly spaces: SpaceStore
  readonly answers: AnswerStore
  /** Removes spaces and answers, and keeps none from now on, so that nothing is written behind it; the outbox stays. */
  wipe(): Promise<void>
}

type Schema = DBSchema & {
  outbox: { key: number; value: OutboxItem; indexes: { commandId: string } }
  spaces: { key: string; value: KeptSpace; indexes: { openedAt: string } }
  answers: { key: string; value: unknown }
}

/** The disk of the browser (IndexedDB), a database for each person. */
export function browserDisk(personId: string): Disk {
  const database = openDB<Schema>(`kolo-${personId}`, 1, {
    upgrade(fresh) {
      // Keys grow with each item: neither ids nor clocks tell in which order tabs have written.
      fresh.createObjectStore('outbox', { autoIncrement: true }).createIndex('commandId', 'commandId', { unique: true })
      fresh.createObjectStore('spaces', { keyPath: 'spaceId' }).createIndex('openedAt', 'openedAt')
      fresh.createObjectStore('answers')
    },
  })
  // Each call says for itself that there is no disk.
  database.catch(() => undefined)
  let wiped = false
  return {
    outbox: {
      load: async () => (await database).getAll('outbox'),
      async put(item) {
        const { store, done } = (await database).transaction('outbox', 'readwrite', { durability: 'strict' })
        await Promise.all([store.put(item, await store.index('commandId').getKey(item.commandId)), done])
      },
      async remove(commandId) {
        const { store, done } = (await database).transaction('outbox', 'readwrite')
        const key = await store.index('commandId').getKey(commandId)
        await Promise.all([key !== undefined && store.delete(key), done])
      },
    },
    spaces: {
      load: async (spaceId) => (await database).get('spaces', spaceId),
      async keep(space) {
        const opened = await database
        if (!wiped) await opened.put('spaces', space)
      },
      remove: async (spaceId) => (await database).delete('spaces', spaceId),
      async prune(openedBefore) {
        const { store, done } = (await database).transaction('spaces', 'readwrite')
        let cursor = await store.index('openedAt').openKeyCursor()
        for (; cursor && cursor.key < openedBefore; cursor = await cursor.continue())
          await store.delete(cursor.primaryKey)
        await done
      },
    },
    answers: {
      load: async (build) => (await database).get('answers', build),
      async keep(build, answers) {
        const opened = await database
        if (wiped) return
        const { store, done } = opened.transaction('answers', 'readwrite')
        await Promise.all([store.clear(), store.put(answers, build), done])
      },
    },
    async wipe() {
      wiped = true
      const opened = await database
      await Promise.all([opened.clear('spaces'), opened.clear('answers')])
    },
  }
}

/** A disk that lives as long as the page: tests, and browsers that refuse one. */
export function memoryDisk(): Disk {
  const items = new Map<string, OutboxItem>()
  const spaces = new Map<string, KeptSpace>()
  const answers = new Map<string, unknown>()
  let wiped = false
  return {
    outbox: {
      load: async () => [...items.values()],
      put: async (item) => void items.set(item.commandId, item),
      remove: async (commandId) => void items.delete(commandId),
    },
    spaces: {
      load: async (spaceId) => spaces.get(spaceId),
      async keep(space) {
        if (!wiped) spaces.set(space.spaceId, space)
      },
      remove: async (spaceId) => void spaces.delete(spaceId),
      async prune(openedBefore) {
        for (const { spaceId, openedAt } of spaces.values()) if (openedAt < openedBefore) spaces.delete(spaceId)
      },
    },
    answers: {
      load: async (build) => answers.get(build),
      async keep(build, given) {
        answers.clear()
        if (!wiped) answers.set(build, given)
      },
    },
    async wipe() {
      wiped = true
      spaces.clear()
      answers.clear()
    },
  }
}
