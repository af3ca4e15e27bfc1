import { DomainError, type ErrorCode, type ErrorDetails } from '@kolo/domain/core/errors'

/** Where a command's last event stands, in each space that the command concerns. */
export type Position = { readonly spaceId: string; readonly seq: number }

/** The final answer to a command, kept for ever: the same id gets the same answer. */
export type Outcome =
  | { readonly status: 'committed'; readonly at: readonly Position[] }
  | { readonly status: 'refused'; readonly code: ErrorCode; readonly details: ErrorDetails }

export type Committed = Extract<Outcome, { status: 'committed' }>

/** The committed answer; a refusal is thrown as the error that it was. */
export function committedOrThrow(outcome: Outcome): Committed {
  if (outcome.status === 'refused') throw new DomainError(outcome.code, outcome.details)
  return outcome
}

/** Final refusals only; what may succeed on another try is never recorded. */
export function refusalOf(error: DomainError): Outcome {
  return { status: 'refused', code: error.code, details: error.details }
}

/** Whether another try would be refused as well. */
export function isFinal(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code !== 'unavailable'
}

// Serialization, deadlock, lock and statement time-outs, shutdown, too many connections, out of memory; a transaction in
// which nothing was said for too long (25P03): its connection is ended, but nothing of it was committed.
const retryableCodes = new Set([
  '40001',
  '40P01',
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53200',
  '25P03',
])
// The connection is gone, or none can be made.
const withoutConnection =
  /Query read timeout|Connection terminated|Connection ended|not queryable|timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN/i
const fullCodes = new Set(['53100', 'ENOSPC', 'EDQUOT'])

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

/** Whether the database may answer otherwise on another try. */
export function isRetryable(error: unknown): boolean {
  return isWithoutConnection(error) || (error instanceof Error && retryableCodes.has(codeOf(error)))
}

/** Whether the connection is gone, so that nobody knows what became of what was sent over it. */
export function isWithoutConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  return /^(08|57P0)/.test(code) || withoutConnection.test(`${code} ${error.message}`)
}

/** Whether there was no room left on a disk, of the database or of files; the error may be wrapped. */
function isFull(error: unknown): boolean {
  return error instanceof Error && (fullCodes.has(codeOf(error)) || isFull(error.cause))
}

/** *Unavailable* for whatever another try with the same id may succeed on; else the error itself. */
export function orUnavailable(error: unknown): unknown {
  if (isFull(error)) return new DomainError('unavailable', { reason: 'diskFull' })
  return isRetryable(error) ? new DomainError('unavailable') : error
}

/** Whether the log no longer ended where it was taken to end: others had written, or it was set back (`append.ts`). */
export const hasMoved = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23502' && 'table' in error && error.table === 'space'

/** Whether an id (or what else is unique) is in use already, in a place that the command could not see. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}
