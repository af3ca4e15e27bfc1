import type { HubNode } from '@kolo/api/testing'

/** What is being written at a world's nodes. */
export type Traffic = {
  /** Begins a write: at once, or behind what another node is doing. */
  write<Output>(node: HubNode, work: () => Promise<Output>): Promise<Output>
  /** What is asked at the same moment as something is written is answered after it, so that runs can be repeated. */
  written(): Promise<void>
}

type Turn = { readonly node: HubNode; readonly begun: Promise<unknown>; readonly works: Set<Promise<unknown>> }

/**
 * Watches the writes. `inTurn`: at one node after the other, so that a seed repeats its run; else the database's locks
 * decide who comes first, as they do in earnest. At one node they always go side by side.
 */
export function watchTraffic(inTurn: boolean): Traffic {
  const writing = new Set<Promise<unknown>>()
  let last: Turn | undefined
  const turnOf = (node: HubNode): Turn => {
    const before = last && last.works.size > 0 ? last : undefined
    if (before?.node === node) return before
    const begun = before?.begun.then(() => Promise.allSettled(before.works)) ?? Promise.resolve()
    return (last = { node, begun, works: new Set() })
  }
  return {
    write(node, work) {
      const turn = inTurn ? turnOf(node) : undefined
      const running = turn ? turn.begun.then(work) : work()
      const over = (): void => {
        writing.delete(running)
        turn?.works.delete(running)
      }
      writing.add(running)
      turn?.works.add(running)
      running.then(over, over)
      return running
    },
    async written() {
      // Until all that falls due in this moment has begun.
      await Promise.resolve()
      await Promise.allSettled(writing)
    },
  }
}
