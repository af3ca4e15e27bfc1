import type { PartName, SpaceState } from '@kolo/domain/events/parts'
import type { Head } from './append.ts'
import type { Reads } from './transaction.ts'

/** Loads a noun's share of a space from its tables; equals what the part's fold makes of the log. */
export type PartLoader<State> = (db: Reads, spaceId: string) => Promise<State>

/** A loader for each part; a part without one doesn't type-check. */
export type PartLoaders = { readonly [Name in PartName]: PartLoader<SpaceState[Name]> }

/** A space as its log has made it, up to its head. */
export type FoldedSpace = { readonly head: Head; readonly parts: SpaceState }

/** A space's live state at `seq`, in the log named by `epoch`; `last`: the command whose event stands there, if there is one. */
export type Snapshot = {
  readonly epoch: string
  readonly seq: number
  readonly last: string | undefined
  readonly parts: SpaceState
}

/** Where a space's log ends. */
type End = { readonly head: Head; readonly epoch: string; readonly last: string | undefined }

/** For whom a snapshot is, what is known already, and who hears of what had to be loaded. */
type Asking = {
  readonly allowed?: Promise<unknown>
  readonly remembered?: FoldedSpace | undefined
  readonly loaded?: (space: FoldedSpace) => void
}

/**
 * Head and all parts of a space. `remembered` counts as long as its head is the space's; that is looked up while the caller
 * still checks who asks, `allowed`, and nothing else before that holds.
 */
export async function takeSnapshot(
  reads: Reads,
  loaders: PartLoaders,
  spaceId: string,
  { allowed, remembered, loaded }: Asking = {},
): Promise<Snapshot> {
  if (!remembered) await allowed
  else {
    const [{ head, epoch, last }] = await Promise.all([endOf(reads, spaceId), allowed])
    if (isSameHead(head, remembered.head)) return { epoch, seq: head.seq, last, parts: remembered.parts }
  }
  const { epoch, head, last, parts } = await loadFoldedSpace(reads, loaders, spaceId)
  loaded?.({ head, parts })
  return { epoch, seq: head.seq, last, parts }
}

/** The end of its log and all parts of a space from their tables; `reads` see one moment. */
export async function loadFoldedSpace(reads: Reads, loaders: PartLoaders, spaceId: string): Promise<FoldedSpace & End> {
  const names = Object.keys(loaders) as PartName[]
  const [end, ...states] = await Promise.all([
    endOf(reads, spaceId),
    ...names.map((name) => loaders[name](reads, spaceId)),
  ])
  const parts = Object.fromEntries(names.map((name, index) => [name, states[index]])) as unknown as SpaceState
  return { ...end, parts }
}

/** Whether two ends of a log are one: a log that was set back has the same number with another hash. */
export const isSameHead = (one: Head, other: Head): boolean => one.seq === other.seq && one.hash.equals(other.hash)

async function endOf(reads: Reads, spaceId: string): Promise<End> {
  const { head, hash, epoch, last } = await reads
    .selectFrom(['installation', 'space'])
    .leftJoin('event', (join) => join.onRef('event.space_id', '=', 'space.id').onRef('event.seq', '=', 'space.head'))
    .select(['space.head', 'space.head_hash as hash', 'installation.epoch', 'event.command_id as last'])
    .where('space.id', '=', spaceId)
    .executeTakeFirstOrThrow()
  return { head: { seq: head, hash }, epoch, last: last ?? undefined }
}
