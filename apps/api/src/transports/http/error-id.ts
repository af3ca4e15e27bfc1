import { randomUUID } from 'node:crypto'

const ids = new WeakMap<Error, string>()

/** The number of an error that nobody foresaw: it stands in the log, and whoever met it can quote it. */
export function errorId(error: Error): string {
  const id = ids.get(error) ?? randomUUID()
  ids.set(error, id)
  return id
}
