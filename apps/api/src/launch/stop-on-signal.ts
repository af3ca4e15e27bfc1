/** What a signal has begun to end. */
export type Ending = {
  /** Says how to close what has been opened; the last is closed first. After a signal, it is closed at once. */
  opened(close: () => Promise<void>): void
  /** A signal came: what fails from now on fails because of it. */
  readonly begun: boolean
}

const longestStop = 25_000

/**
 * Ends the process on SIGTERM and SIGINT, at whatever point of its life: a start that was cut off leaves no database
 * behind either. `onError` hears of what could not be closed.
 */
export function stopOnSignal(onError: (error: unknown) => void): Ending {
  const open: (() => Promise<void>)[] = []
  let begun = false

  const closeAll = async (): Promise<void> => {
    try {
      for (let close = open.pop(); close; close = open.pop()) await close()
      process.exit(0)
    } catch (error) {
      onError(error)
      process.exit(1)
    }
  }
  const onSignal = (): void => {
    if (begun) return
    begun = true
    // Even where the database hangs, the process ends; nothing that was acknowledged depends on a clean end.
    setTimeout(() => process.exit(1), longestStop).unref()
    // What is just being opened says so when it is.
    if (open.length > 0) void closeAll()
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  return {
    opened(close) {
      open.push(close)
      if (begun) void closeAll()
    },
    get begun() {
      return begun
    },
  }
}
