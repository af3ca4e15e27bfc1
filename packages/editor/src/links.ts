/** The protocols that a link in a document may have; anything else (script, data, file) is dropped. */
export const linkProtocols = ['http', 'https', 'mailto'] as const

/** Whether a link may be shown and followed: a web or mail address, or a path within the hub. */
export function isSafeHref(href: unknown): boolean {
  if (typeof href !== 'string' || href.length > 2_000) return false
  if (/^\/(?![/\\])/.test(href)) return true
  if (!URL.canParse(href)) return false
  const protocol = new URL(href).protocol.slice(0, -1)
  return linkProtocols.some((allowed) => allowed === protocol)
}
