import type { Envelope } from '@kolo/domain/events/envelope'
import type { OutboxItem } from './outbox-item.ts'
import type { ConfirmedSpace } from './replica.ts'

/** Where the outbox survives a closed tab. */
export type OutboxStore = {
  /** Oldest first. */
  load(): Promise<readonly OutboxItem[]>
  /** Writes it down, in place of another one where that is named: the disk never holds neither. */
  put(item: OutboxItem, insteadOf?: string): Promise<void>
  remove(commandId: string): Promise<void>
}

/** A space as it stood when it was last seen; what another build has folded is never taken. */
export type KeptSpace = ConfirmedSpace & {
  readonly spaceId: string
  /** The last events: they bring to now what was loaded besides. */
  readonly recent: readonly Envelope[]
  readonly build: string
  /** When it was last written down, as it is with every change while it is open. */
  readonly openedAt: string
}

/** Where spaces survive a closed tab, so that they open at once and without a network. */
export type SpaceStore = {
  load(spaceId: string): Promise<KeptSpace | undefined>
  keep(space: KeptSpace): Promise<void>
  remove(spaceId: string): Promise<void>
  /** Removes what was last opened before a moment. */
  prune(openedBefore: string): Promise<void>
  /** Removes all but these. */
  removeAllBut(spaceIds: readonly string[]): Promise<void>
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
  /**
   * Removes spaces and answers; who has the disk open now, in whichever tab, keeps none from now on, so that nothing is
   * written behind it. The outbox stays.
   */
  wipe(): Promise<void>
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
      async put(item, insteadOf = item.commandId) {
        if (insteadOf !== item.commandId) items.delete(insteadOf)
        items.set(item.commandId, item)
      },
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
      async removeAllBut(spaceIds) {
        for (const spaceId of spaces.keys()) if (!spaceIds.includes(spaceId)) spaces.delete(spaceId)
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
