import { DomainError } from '@kolo/domain/core/errors'

/** Lets each do a few things at a time, so that one's burst doesn't stand before everybody in the line for the database. */
export type FairShare = {
  /**
   * Does the work once it is its turn in the line of `whose`; throws `tooMany` where that is full. Works on one `lane`
   * count as one: commands on a space go to the database together.
   */
  inTurn<Output>(whose: string, work: () => Promise<Output>, lane?: string): Promise<Output>
}

type Lane = string | symbol
/** What somebody has under way, and what waits, by lane and in order. */
type Line = { readonly busy: Map<Lane, number>; readonly waiting: Map<Lane, (() => void)[]>; waits: number }

/** Of the database's twelve connections three people in a hurry leave some, too. */
const usual = { atOnce: 4, most: 500 }

/** Makes the lines; `most` wait in each. */
export function fairShare({ atOnce, most }: { readonly atOnce: number; readonly most: number } = usual): FairShare {
  const lines = new Map<string, Line>()

  const begin = (line: Line, lane: Lane, works = 1): void =>
    void line.busy.set(lane, (line.busy.get(lane) ?? 0) + works)
  const end = (whose: string, line: Line, lane: Lane): void => {
    const left = (line.busy.get(lane) ?? 0) - 1
    if (left > 0) line.busy.set(lane, left)
    else line.busy.delete(lane)
    for (const [next, works] of line.waiting) {
      if (line.busy.size >= atOnce) return
      line.waiting.delete(next)
      line.waits -= works.length
      begin(line, next, works.length)
      for (const work of works) work()
    }
    if (line.busy.size === 0) lines.delete(whose)
  }
  const turn = (line: Line, lane: Lane): Promise<void> => {
    if (line.waits >= most) throw new DomainError('tooMany', { seconds: 1 })
    line.waits += 1
    const works = line.waiting.get(lane) ?? []
    line.waiting.set(lane, works)
    return new Promise((resolve) => void works.push(resolve))
  }
  return {
    async inTurn(whose, work, lane) {
      const line = lines.get(whose) ?? { busy: new Map(), waiting: new Map(), waits: 0 }
      lines.set(whose, line)
      const own = lane ?? Symbol('alone')
      if (line.busy.has(own) || line.busy.size < atOnce) begin(line, own)
      else await turn(line, own)
      try {
        return await work()
      } finally {
        end(whose, line, own)
      }
    },
  }
}
