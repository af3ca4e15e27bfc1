const atMostEvery = 2_000

/** Remembers how far a thread has been read; several steps within two seconds become one. */
export type ReadMarker = {
  /** So far it is written down already. */
  known(number: number): void
  saw(number: number): void
  /** Writes down now what is read and isn't written down, once it is known how far that is. */
  flush(): void
}

/** Makes the marker; `mark` writes down, `now` is the clock in milliseconds, `later` its timer, which gives the way to stop it. */
export function readMarker({
  mark,
  now,
  later,
}: {
  readonly mark: (number: number) => void
  readonly now: () => number
  readonly later: (work: () => void, milliseconds: number) => () => void
}): ReadMarker {
  let known: number | undefined
  let seen = 0
  let markedAt = Number.NEGATIVE_INFINITY
  let stop: (() => void) | undefined
  const flush = (): void => {
    stop?.()
    stop = undefined
    if (known === undefined || seen <= known) return
    known = seen
    markedAt = now()
    mark(seen)
  }
  return {
    known: (number) => void (known = Math.max(number, known ?? 0)),
    saw(number) {
      if (number <= seen) return
      seen = number
      stop ??= later(flush, Math.max(0, markedAt + atMostEvery - now()))
    },
    flush,
  }
}
