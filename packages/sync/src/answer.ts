import type { ErrorCode, ErrorDetails } from '@kolo/domain/core/errors'
import { isOlder } from './version.ts'

/** Why the server said no. */
export type Refusal = { readonly code: ErrorCode; readonly details: ErrorDetails }

/** Where the events of a command stand. */
type Committed = {
  readonly status: 'committed'
  readonly at: readonly { readonly spaceId: string; readonly seq: number }[]
}

/** What the server says of a command, by whichever way it was asked. */
export type Reply = Committed | ({ readonly status: 'refused' } & Refusal)

/**
 * What that means for whoever sent it: positions, a final refusal, or *unknown*, which is retried with the same id; with
 * `failure` where the server did answer, and only said that it failed, and with `because` where it said why it can't now.
 */
export type Answer = Reply | { readonly status: 'unknown'; readonly failure?: Refusal; readonly because?: Refusal }

const anotherTry: ReadonlySet<ErrorCode> = new Set(['unavailable', 'tooMany', 'unauthenticated'])
const failed: ReadonlySet<ErrorCode> = new Set(['internal', 'versionMismatch'])

const unknown: Answer = { status: 'unknown' }

/** Reads a refusal; undefined: no answer came that could be understood. */
export function answerOf(said: Refusal | undefined): Answer {
  if (!said) return unknown
  const refusal = { code: said.code, details: said.details ?? {} }
  if (said.code === 'versionMismatch' && isOlder(refusal.details['version'])) return unknown
  if (failed.has(said.code)) return { status: 'unknown', failure: refusal }
  if (!anotherTry.has(said.code)) return { status: 'refused', ...refusal }
  return 'reason' in refusal.details ? { status: 'unknown', because: refusal } : unknown
}

/** Reads the answers to a frame, as they came over the line: what can't be understood is *unknown*. */
export const answersIn = (replies: unknown): Answer[] => (Array.isArray(replies) ? replies.map(answerIn) : [unknown])

function answerIn(reply: unknown): Answer {
  const said = (typeof reply === 'object' && reply !== null ? reply : {}) as Partial<
    Committed | (Refusal & { status: 'refused' })
  >
  if (said.status === 'committed' && Array.isArray(said.at)) return { status: 'committed', at: said.at }
  return said.status === 'refused' && typeof said.code === 'string' ? answerOf(said as Refusal) : unknown
}
