import type { Refusal } from './answer.ts'
import type { Pending } from './pending.ts'
import { protocolVersion } from './version.ts'

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
  /** The disk refused it: it is lost with its page. */
  readonly onlyInMemory?: true
}

/** What a command of an older protocol is called today. */
type ItemStep = ((item: OutboxItem) => OutboxItem) | 'nothing changed'

/** The versions from 1 up to the one before the current. */
type VersionsBelow<Current extends number, Counted extends readonly 0[] = [0]> = Counted['length'] extends Current
  ? never
  : Counted['length'] | VersionsBelow<Current, readonly [...Counted, 0]>

/** A step for each version that was left behind: raising the protocol without saying what becomes of its items doesn't build. */
type ItemSteps<Current extends number> = Readonly<Record<VersionsBelow<Current>, ItemStep>>

const steps: ItemSteps<typeof protocolVersion> = {
  1: 'nothing changed',
  2: 'nothing changed',
  3: 'nothing changed',
  4: 'nothing changed',
  5: 'nothing changed',
}

/** Brings an item that an older page left on the disk up to date, step by step. */
export function upToDate(
  item: OutboxItem,
  by: Readonly<Record<number, ItemStep>> = steps,
  current: number = protocolVersion,
): OutboxItem {
  let now = item
  for (let version = item.version; version < current; version += 1) {
    const step = by[version]
    now = { ...(typeof step === 'function' ? step(now) : now), version: version + 1 }
  }
  return now
}
