import type { Refusal } from './answer.ts'
import type { Pending } from './replica.ts'
import { protocolVersion } from './protocol.ts'

/** Where an unsent command stands, as the person sees it. */
export type ItemState = 'saving' | 'waiting' | 'refused'

/** A command as it is handed in; `path` is its procedure. */
export type Unsent = Pending & { readonly path: string }

/** A command in the outbox. A refused one stays, with its reason, until the person decides. */
export type OutboxItem = Unsent & {
  readonly state: ItemState
  /** The protocol under which it was written. */
  readonly version: number
  /** Why it was refused, or why the server can't take what waits. */
  readonly refusal?: Refusal
  /** The disk took it not: it goes with its page. */
  readonly onlyInMemory?: true
}

/** What a command of an older protocol is called today, for each version that was left behind. */
export type ItemSteps = Readonly<Record<number, (item: OutboxItem) => OutboxItem>>

const steps: ItemSteps = {}

/** Brings an item that an older page left on the disk up to date. */
export function upToDate(item: OutboxItem, by: ItemSteps = steps, current: number = protocolVersion): OutboxItem {
  let now = item
  for (let version = item.version; version < current; version += 1)
    now = { ...(by[version]?.(now) ?? now), version: version + 1 }
  return now
}
