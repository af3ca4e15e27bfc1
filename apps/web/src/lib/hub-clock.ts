// Answers tell whole seconds, and take a while: what is less than this may be the line.
const tolerated = 60_000

let ahead = 0
const listeners = new Set<() => void>()

/** The present moment by the server's clock, ISO 8601: the computer's own may be days wrong. */
export const hubNow = (): string => new Date(Date.now() - ahead).toISOString()

/** Calls back when it turns out that the computer's clock is wrong, or no longer. */
export function onClockCorrected(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Compares the computer's clock with an answer that has just come. */
export function heardFrom(answer: Response): Response {
  const told = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(told)) return answer
  const difference = Date.now() - told
  const found = Math.abs(difference) < tolerated ? 0 : difference
  if (Math.abs(found - ahead) < tolerated) return answer
  ahead = found
  for (const listener of listeners) listener()
  return answer
}
