import { setImmediate as nextTurn } from 'node:timers/promises'

/** Shares the event loop among those whose frames are handled: much of one is no standstill of the others. */
export type Turns = {
  /** Before each frame: at once, or, after some milliseconds of frames, when everybody else has had a turn. */
  next(): Promise<void>
  /** Before what goes through a whole text: one in each turn of the loop, in the order of asking. */
  alone(): Promise<void>
}

const longest = 5

/** Makes the turns of one node. */
export function turns(clock: () => number = () => performance.now()): Turns {
  let began: number | undefined
  let line: Promise<void> = Promise.resolve()
  return {
    async next() {
      if (began === undefined) {
        began = clock()
        setImmediate(() => (began = undefined))
      } else if (clock() - began > longest) await nextTurn()
    },
    alone: () => (line = line.then(() => nextTurn())),
  }
}
