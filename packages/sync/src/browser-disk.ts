import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { AnswerStore, Disk, KeptSpace, OutboxStore, SpaceStore } from './disk.ts'
import type { OutboxItem } from './outbox-item.ts'

type Schema = DBSchema & {
  outbox: { key: number; value: OutboxItem; indexes: { commandId: string } }
  spaces: { key: string; value: KeptSpace; indexes: { openedAt: string } }
  answers: { key: string; value: unknown }
}

/** The database, and how often it had been wiped when this page opened it. */
type Opened = { readonly database: IDBPDatabase<Schema>; readonly wipes: number }

// Among the answers, since another store would be another version of the database, which an older page that is open keeps from
// being opened; no build is called so.
const wipesKey = 'wipes'

/** The disk of the browser (IndexedDB), a database for each person. */
export function browserDisk(personId: string): Disk {
  const opened = openDisk(`kolo-${personId}`)
  // Each call says for itself that there is no disk.
  opened.catch(() => undefined)
  return {
    outbox: outboxOn(opened),
    spaces: spacesOn(opened),
    answers: answersOn(opened),
    async wipe() {
      const { transaction, wipes } = await begin(opened)
      const answers = transaction.objectStore('answers')
      await Promise.all([
        transaction.objectStore('spaces').clear(),
        answers.clear(),
        answers.put(wipes + 1, wipesKey),
        transaction.done,
      ])
    },
  }
}

async function openDisk(name: string): Promise<Opened> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      // Keys grow with each item: neither ids nor clocks tell in which order tabs have written.
      fresh.createObjectStore('outbox', { autoIncrement: true }).createIndex('commandId', 'commandId', { unique: true })
      fresh.createObjectStore('spaces', { keyPath: 'spaceId' }).createIndex('openedAt', 'openedAt')
      fresh.createObjectStore('answers')
    },
  })
  return { database, wipes: countIn(await database.get('answers', wipesKey)) }
}

const countIn = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** A transaction on what is wiped; `mayKeep`: it was not, since this page opened it. */
async function begin(opened: Promise<Opened>) {
  const { database, wipes: before } = await opened
  const transaction = database.transaction(['spaces', 'answers'], 'readwrite')
  const wipes = countIn(await transaction.objectStore('answers').get(wipesKey))
  return { transaction, wipes, mayKeep: wipes === before }
}

function outboxOn(opened: Promise<Opened>): OutboxStore {
  const change = async (durability: 'strict' | 'default') =>
    (await opened).database.transaction('outbox', 'readwrite', { durability })
  return {
    load: async () => (await opened).database.getAll('outbox'),
    async put(item, insteadOf = item.commandId) {
      const { store, done } = await change('strict')
      const index = store.index('commandId')
      const [place, other] = await Promise.all([index.getKey(item.commandId), index.getKey(insteadOf)])
      const isOther = other !== undefined && other !== place
      await Promise.all([isOther && store.delete(other), store.put(item, place), done])
    },
    async remove(commandId) {
      const { store, done } = await change('default')
      const key = await store.index('commandId').getKey(commandId)
      await Promise.all([key !== undefined && store.delete(key), done])
    },
  }
}

function spacesOn(opened: Promise<Opened>): SpaceStore {
  return {
    load: async (spaceId) => (await opened).database.get('spaces', spaceId),
    async keep(space) {
      const { transaction, mayKeep } = await begin(opened)
      await Promise.all([mayKeep && transaction.objectStore('spaces').put(space), transaction.done])
    },
    remove: async (spaceId) => (await opened).database.delete('spaces', spaceId),
    async prune(openedBefore) {
      const { store, done } = (await opened).database.transaction('spaces', 'readwrite')
      let cursor = await store.index('openedAt').openKeyCursor()
      for (; cursor && cursor.key < openedBefore; cursor = await cursor.continue())
        await store.delete(cursor.primaryKey)
      await done
    },
    async removeAllBut(spaceIds) {
      const { store, done } = (await opened).database.transaction('spaces', 'readwrite')
      const others = (await store.getAllKeys()).filter((spaceId) => !spaceIds.includes(spaceId))
      await Promise.all([...others.map((spaceId) => store.delete(spaceId)), done])
    },
  }
}

function answersOn(opened: Promise<Opened>): AnswerStore {
  return {
    load: async (build) => (await opened).database.get('answers', build),
    async keep(build, answers) {
      const { transaction, wipes, mayKeep } = await begin(opened)
      const store = transaction.objectStore('answers')
      const kept = mayKeep ? [store.clear(), store.put(wipes, wipesKey), store.put(answers, build)] : []
      await Promise.all([...kept, transaction.done])
    },
  }
}
