/** Work that is looked for again and again, and never twice at once. */
export type Rounds = {
  /** Looks now; resolves when all that there is to do has been done, also what came up meanwhile. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** Starts looking: now, when asked, and every so many milliseconds; `stopped` tells a long round to end early. */
export function startRounds(options: {
  readonly every: number
  readonly onError: (error: unknown) => void
  round(stopped: () => boolean): Promise<void>
}): Rounds {
  const { every, onError } = options
  let again = false
  let stopped = false
  let running: Promise<void> | undefined

  // Also one that throws at once ends a moment after it began, when `running` is set.
  const round = async (): Promise<void> => options.round(() => stopped)
  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false
      try {
        await round()
      } catch (error) {
        onError(error)
      }
    }
    // In the same moment: whoever asks from now on begins anew.
    running = undefined
  }
  const look = (): Promise<void> => {
    if (stopped) return running ?? Promise.resolve()
    again = true
    running ??= run()
    return running
  }
  const timer = setInterval(() => void look(), every)
  timer.unref()
  void look()
  return {
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
