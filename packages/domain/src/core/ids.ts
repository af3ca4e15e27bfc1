import { z } from 'zod'

/**
 * Every id is a UUID; ids of new objects come from the client as UUIDv7, so that the optimistic row is the real row.
 * In small letters only: the database knows no other, and whoever compares ids as text must not meet one id in two forms.
 */
export const idSchema = z.uuid().lowercase()

/** The actor of what no person did (imports, the demo, the server itself). */
export const SYSTEM_ACTOR_ID = '00000000-0000-7000-8000-000000000000'

/**
 * Gives ids derived from a command's id, the same in the browser and on the server.
 * Version 8 marks them as derived, so that they never meet an id that a client drew (version 7).
 */
export function derivedIds(commandId: string): () => string {
  let counter = 0
  return () => {
    counter += 1
    const low = Number.parseInt(commandId.slice(-8), 16)
    const mixed = (low ^ Math.imul(counter, 0x9e3779b1)) >>> 0
    return `${commandId.slice(0, 14)}8${commandId.slice(15, 28)}${mixed.toString(16).padStart(8, '0')}`
  }
}
