import { DomainError, type ErrorCode, type ErrorDetails } from '@kolo/domain/core/errors'

/** Where a command's last event stands, in each space that the command concerns. */
export type Position = { readonly spaceId: string; readonly seq: number }

/** The final answer to a command, kept for ever: the same id gets the same answer. */
export type Outcome =
  | { readonly status: 'committed'; readonly at: readonly Position[] }
  | { readonly status: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }

export type Committed = Extract<Outcome, { status: 'committed' }>

/** The committed answer, or the refusal as the error that it was. */
export function settle(outcome: Outcome): Committed {
  if (outcome.status === 'refused') throw new DomainError(outcome.code, outcome.details)
  return outcome
}

/** Final refusals only; what may succeed on another try is never recorded. */
export function refusalOf(error: DomainError): Outcome {
  return { status: 'refused', code: error.code, details: error.details }
}

// Serialization, deadlock, lock and statement time-outs, shutdown, too many connections.
const retryableCodes = new Set(['40001', '40P01', '55P03', '57014', '57P01', '57P02', '57P03', '53300', '25P03'])

/** Whether the database may answer otherwise on another try: the caller is told `unavailable` and retries with the same id. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (retryableCodes.has(code) || code.startsWith('08')) return true
  return /Connection terminated|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|timeout exceeded when trying to connect|Connection ended/i.test(
    `${code} ${error.message}`,
  )
}

/** Whether an id (or what else is unique) is in use already, in a place that the command could not see. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}
