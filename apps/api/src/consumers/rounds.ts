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

  const run = async (): Promise<void> => {
    do {
      again = false
      await options.round(() => stopped)
    } while (again && !stopped)
  }
  const look = (): Promise<void> => {
    again = true
    running ??= run()
      .catch(onError)
      .finally(() => (running = undefined))
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
