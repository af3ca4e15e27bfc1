import type { CollabContext } from './client-socket.ts'

/** Ends the handling of a frame; without message and stack, since Hocuspocus prints what it is given. */
export class Refused extends Error {
  readonly reason: string
  readonly code: number
  constructor(reason: string, code = 4403) {
    super()
    this.stack = `Refused: ${reason}`
    this.reason = reason
    this.code = code
  }
}

/** Ends the connection so that the browser comes back, with all it has. */
export function retry(context: CollabContext): never {
  context.socket.end(1013)
  throw new Refused('retry', 1013)
}
