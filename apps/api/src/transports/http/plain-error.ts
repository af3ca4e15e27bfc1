/** An error as the log has it. */
export type PlainError = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly [more: string]: unknown
}

/** What a log needs of an error; drivers hang whole connections on theirs, and the row that was refused, secrets and all. */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const { name: type, message, stack = '', cause } = error
  const code = 'code' in error ? { code: error.code } : {}
  return { type, message, ...code, stack, ...(cause === undefined ? {} : { cause: plainError(cause) }) }
}
