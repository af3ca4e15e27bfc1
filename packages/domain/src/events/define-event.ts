import type { z } from 'zod'

/** Whom a notification about the event will concern; there are no notifications yet. */
export type Audience = 'nobody' | 'members' | 'followers' | 'mentioned' | 'subject'

/** What an event is: its payload's schema and version, whom it concerns, and its line in the feed (a key of the catalogue `feed`, or null). */
export type EventDefinition<Type extends string, Payload extends z.ZodType> = {
  readonly type: Type
  readonly version: number
  readonly payload: Payload
  readonly audience: Audience
  readonly feed: string | null
  /** Makes the event as `decide` returns it. */
  of(payload: z.infer<Payload>): EventDraft<Type, z.infer<Payload>>
}

/** An event before it has a number: `spaceId` only where the command concerns several spaces. */
export type EventDraft<Type extends string = string, Payload = unknown> = {
  readonly type: Type
  readonly version: number
  readonly payload: Payload
  readonly spaceId?: string
}

/** Defines an event, once, beside its noun. */
export function defineEvent<const Type extends string, Payload extends z.ZodType>(
  type: Type,
  options: { version: number; payload: Payload; audience: Audience; feed: string | null },
): EventDefinition<Type, Payload> {
  return { type, ...options, of: (payload) => ({ type, version: options.version, payload }) }
}

/** The same event, addressed to one of the command's several spaces. */
export function inSpace<Draft extends EventDraft>(spaceId: string, draft: Draft): Draft & { readonly spaceId: string } {
  return { ...draft, spaceId }
}
