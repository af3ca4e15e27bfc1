import canonicalize from 'canonicalize'

/** The one way to write a JSON value (RFC 8785), so that equal texts have equal hashes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('A value without a JSON form can’t be written.')
  return text
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits; the same in browser and server. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
