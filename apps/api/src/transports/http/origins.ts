/** Whether a request that changes something, a socket or a document connection may come from this origin. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean

/** Pages of the public address only; during development also pages of the very host that is asked (the dev server's proxy). */
export function originCheck(publicUrl: string, production: boolean): OriginCheck {
  const allowed = new URL(publicUrl).origin
  return (origin, host) => {
    if (origin === undefined) return false
    if (origin === allowed) return true
    return !production && host !== undefined && origin === `http://${host}`
  }
}
