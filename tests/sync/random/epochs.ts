import type { Happening } from './history.ts'

/** The hub's one epoch under the names that it has in a world: others run on the same hub at the same time. */
export type Epochs = {
  now(): string
  /** What the hub has to be asked for, where a browser says `epoch`. */
  real(epoch: string): string
  /** The log's identity changes, as after a restore. */
  change(epoch: string): void
}

const unknownEpoch = '00000000-0000-4000-8000-000000000000'

/** Begins with the hub's own; notes each in the history. */
export function epochsOver(epoch: string, history: Happening[]): Epochs {
  let now = epoch
  history.push({ what: 'epoch', epoch })
  return {
    now: () => now,
    real(asked) {
      if (asked === now) return epoch
      return asked === epoch ? unknownEpoch : asked
    },
    change(next) {
      now = next
      history.push({ what: 'epoch', epoch: next })
    },
  }
}
