import type { PartLoaders } from '../kernel/snapshot.ts'
import { loadSpace } from './spaces/spaces.part.ts'
import { loadReads, loadThreads } from './threads/threads.part.ts'

/** Loads each part of a snapshot: a line for each noun. */
export const partLoaders: PartLoaders = {
  space: loadSpace,
  threads: loadThreads,
  reads: loadReads,
}
