import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 of the canonical JSON (RFC 8785) of a value. */
export function hashOf(value: unknown): Buffer {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('A value without a JSON form has no hash.')
  return hash('sha256', text, 'buffer')
}

/** What the chain covers of an event: everything but the payload itself, which stands in by its hash (so that it can be emptied). */
export type ChainLink = {
  readonly spaceId: string
  readonly seq: number
  readonly type: string
  readonly version: number
  readonly actorId: string
  readonly commandId: string
  readonly at: string
}

/** The hash of an event, given its predecessor's (empty for the first). */
export function chainHash(previous: Buffer, payloadHash: Buffer, link: ChainLink): Buffer {
  const { spaceId, seq, type, version, actorId, commandId, at } = link
  const facts = Buffer.from([spaceId, seq, type, version, actorId, commandId, at].join(' '))
  return hash('sha256', Buffer.concat([previous, payloadHash, facts]), 'buffer')
}

/** The same id for the same name, in whichever process: a UUID of version 8, which nobody draws. */
export function idFor(name: string): string {
  const hex = hash('sha256', name)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
