/** Tells people, coalesced, that lists across spaces have changed. */
export type Hints = {
  /** Something happened in the space: its members hear of it soon, once for all that happens until then. */
  later(spaceId: string): void
  stop(): void
}

const hintEvery = 250

/** Makes the teller; `tell` sends the hint to the members of a space. */
export function coalescedHints(tell: (spaceId: string) => Promise<void>, onError: (error: unknown) => void): Hints {
  const waiting = new Map<string, NodeJS.Timeout>()
  return {
    later(spaceId) {
      if (waiting.has(spaceId)) return
      const due = (): void => {
        waiting.delete(spaceId)
        tell(spaceId).catch(onError)
      }
      waiting.set(spaceId, setTimeout(due, hintEvery))
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
