/** Tells people, coalesced, that something of a space has changed. */
export type Hints = {
  /** Something happened in the space: whom it concerns hear of it soon, once for all that happens until then. */
  later(spaceId: string): void
  stop(): void
}

/** Makes the teller; `tell` tells those whom a space concerns, at most once in `every` milliseconds. */
export function coalescedHints(
  tell: (spaceId: string) => Promise<void>,
  onError: (error: unknown) => void,
  every: number,
): Hints {
  const waiting = new Map<string, NodeJS.Timeout>()
  return {
    later(spaceId) {
      if (waiting.has(spaceId)) return
      const due = (): void => {
        waiting.delete(spaceId)
        tell(spaceId).catch(onError)
      }
      waiting.set(spaceId, setTimeout(due, every))
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
