/** Whether a request that changes something, a socket or a document connection may come from this origin. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean

/**
 * Pages of the public address only; where none was told (`ownHost`), pages of the very host that is asked, with TLS in
 * front of it or without.
 */
export function originCheck(publicUrl: string, ownHost: boolean): OriginCheck {
  const allowed = new URL(publicUrl).origin
  return (origin, host) => {
    if (origin === undefined) return false
    if (origin === allowed) return true
    return ownHost && host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
  }
}
