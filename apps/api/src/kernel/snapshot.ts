import type { PartName, SpaceState } from '@kolo/domain/events/parts'
import type { Head } from './append.ts'
import type { Reads } from './transaction.ts'

/** Loads a noun's share of a space from its tables; equals what the part's fold makes of the log. */
export type PartLoader<State> = (db: Reads, spaceId: string) => Promise<State>

/** A loader for each part; a part without one doesn't type-check. */
export type PartLoaders = { readonly [Name in PartName]: PartLoader<SpaceState[Name]> }

/** A space as its log has made it, up to its head. */
export type FoldedSpace = { readonly head: Head; readonly parts: SpaceState }

/** A space's live state at `seq`, in the log named by `epoch`. */
export type Snapshot = { readonly epoch: string; readonly seq: number; readonly parts: SpaceState }

/** Head and all parts of a space. The caller has checked who asks. `remembered` counts as long as its head is the space's. */
export async function takeSnapshot(
  reads: Reads,
  loaders: PartLoaders,
  spaceId: string,
  remembered?: FoldedSpace,
): Promise<Snapshot> {
  if (remembered) {
    const { head, epoch } = await endOf(reads, spaceId)
    if (isSameHead(head, remembered.head)) return { epoch, seq: head.seq, parts: remembered.parts }
  }
  const { epoch, head, parts } = await loadSpace(reads, loaders, spaceId)
  return { epoch, seq: head.seq, parts }
}

/** Head, epoch and all parts of a space from their tables; `reads` see one moment. */
export async function loadSpace(
  reads: Reads,
  loaders: PartLoaders,
  spaceId: string,
): Promise<FoldedSpace & { readonly epoch: string }> {
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

async function endOf(reads: Reads, spaceId: string): Promise<{ readonly head: Head; readonly epoch: string }> {
  const {
    head,
    head_hash: hash,
    epoch,
  } = await reads
    .selectFrom(['space', 'installation'])
    .select(['space.head', 'space.head_hash', 'installation.epoch'])
    .where('space.id', '=', spaceId)
    .executeTakeFirstOrThrow()
  return { head: { seq: head, hash }, epoch }
}
