/** The wait before another try: longer after each, cut short when there is reason to hope. */
export type RetryPause = {
  wait(attempt: number): Promise<void>
  /** Ends every wait that is going on, and says how many those were. */
  wake(): number
}

const first = 250
const slowest = 15_000

/** Makes it; a wait is half to whole of its length, so that not everybody tries again in the same moment. */
export function retryPause(later: (work: () => void, milliseconds: number) => void, random: () => number): RetryPause {
  const waits = new Set<() => void>()
  return {
    wait: (attempt) =>
      new Promise((resolve) => {
        const end = (): void => {
          waits.delete(end)
          resolve()
        }
        waits.add(end)
        later(end, Math.min(slowest, first * 2 ** attempt) * (0.5 + random() / 2))
      }),
    wake() {
      const due = [...waits]
      for (const end of due) end()
      return due.length
    },
  }
}
