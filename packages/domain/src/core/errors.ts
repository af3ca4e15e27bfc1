/** The closed list of what can go wrong; one table at the edge maps each code to a status and a message key. */
export const errorCodes = [
  'notFound',
  'unauthenticated',
  'conflict',
  'invalid',
  'tooLarge',
  'tooMany',
  'unavailable',
  'versionMismatch',
  'gone',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Details are safe to show: ids and limits that the person knows already, and a reason out of the catalogue. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>

/** A refusal that the domain decided; never carries what the person may not see. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

/** "Forbidden" and "absent" are one answer, so that nobody learns what exists. */
export const notFound = (): DomainError => new DomainError('notFound')

/** The input is well formed but not allowed here; `reason` is a key of the catalogue `errors`. */
export const invalid = (reason: string, details: ErrorDetails = {}): DomainError =>
  new DomainError('invalid', { ...details, reason })

/** The state moved on in the meantime; `reason` is a key of the catalogue `errors`. */
export const conflict = (reason: string, details: ErrorDetails = {}): DomainError =>
  new DomainError('conflict', { ...details, reason })
