/**
 * Does `work` whenever it is asked to, one round at a time: what is asked for meanwhile is one more round, after a `pause`.
 * A round that is slow is never given up for the next, so that however often it is asked for there is an end to each.
 */
export function oneAtATime(work: () => Promise<unknown>, pause: () => Promise<unknown>): () => void {
  let isBusy = false
  let isDue = false
  const rounds = async (): Promise<void> => {
    isBusy = true
    try {
      while (isDue) {
        isDue = false
        await work()
        await pause()
      }
    } finally {
      isBusy = false
    }
  }
  return () => {
    isDue = true
    if (!isBusy) void rounds()
  }
}
