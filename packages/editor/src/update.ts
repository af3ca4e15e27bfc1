import * as Y from 'yjs'

/** The largest Yjs update that is accepted, in bytes. */
export const maxUpdateBytes = 1024 * 1024

/** An update that must be neither stored nor applied. *Unplaced*: it builds on something that isn't here (yet). */
export class UpdateRejected extends Error {
  readonly reason: 'tooLarge' | 'tooDeep' | 'unplaced' | 'malformed'
  constructor(reason: UpdateRejected['reason'], cause?: unknown) {
    super(`This update is ${reason}.`, { cause })
    this.name = 'UpdateRejected'
    this.reason = reason
  }
}

/** Decodes an update (format 1) as far as is needed to know that it is whole; throws UpdateRejected. */
export function decodeUpdate(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  if (update.byteLength > maxUpdateBytes) throw new UpdateRejected('tooLarge')
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    throw new UpdateRejected('malformed', error)
  }
}
