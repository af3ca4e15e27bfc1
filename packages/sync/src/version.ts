/** Raised with every change of what travels; an older client is told to reload. `outbox-item.ts` says what becomes of what that has left. */
export const protocolVersion = 6

/** The header in which a page names its protocol with each call. */
export const protocolHeader = 'x-kolo-protocol'

/** Whether a server that speaks this protocol is older than the page, as while nodes are replaced: the next may be ours. */
export const isOlder = (serverVersion: unknown): boolean =>
  typeof serverVersion === 'number' && serverVersion < protocolVersion
