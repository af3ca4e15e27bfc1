/** A session ends after so many days, whatever happens. */
export const sessionDays = 30

// A browser accepts the prefix only with Secure, for the whole host, and from that host alone.
const nameOf = (secure: boolean): string => (secure ? '__Host-kolo' : 'kolo')
const attributes = (secure: boolean): string => `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The header that gives a browser its session. */
export const sessionCookie = (secret: string, secure: boolean): string =>
  `${nameOf(secure)}=${secret}; Max-Age=${sessionDays * 24 * 60 * 60}; ${attributes(secure)}`

/** The header that takes it back. */
export const noSessionCookie = (secure: boolean): string => `${nameOf(secure)}=; Max-Age=0; ${attributes(secure)}`

/** The secret that a request carries, if it looks like one of ours. */
export function sessionSecretIn(headers: Headers, secure: boolean): string | undefined {
  const wanted = `${nameOf(secure)}=`
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const secret = pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length)
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : undefined
}
