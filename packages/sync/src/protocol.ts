import { idSchema } from '@kolo/domain/core/ids'
import type { Envelope } from '@kolo/domain/events/envelope'
import { z } from 'zod'
import type { Reply } from './answer.ts'

/**
 * The header in which a page names whose it is with each call, as it does on its connections: another tab may have signed
 * somebody else in, and what one person wrote is never sent as another's.
 */
export const personHeader = 'x-kolo-person'

/** Where the socket listens. */
export const socketPath = '/socket.io'

/** Where a space's log ends: its newest seq, and the command whose event stands there; a log that was set back has another. */
export type LogEnd = { readonly seq: number; readonly last?: string | undefined }

/** Where the log of each subscribed space ends, and the log's identity. */
export type Beacon = { readonly epoch: string; readonly heads: Readonly<Record<string, LogEnd>> }

/**
 * Committed events of one space, in order. A hint: what is missing is fetched. `behind` is the command of the event before
 * the first of them, where the server knows it.
 */
export type PushedEvents = { readonly events: readonly Envelope[]; readonly behind?: string | undefined }

/** Where a person is in a space: `boards`, `task:<id>`, `documents` …; `typing` names the thread. */
const placeSchema = z.object({
  spaceId: idSchema,
  at: z.string().regex(/^[a-z]{1,20}(:[0-9a-f-]{36})?$/),
  typing: idSchema.nullable(),
})
export type Place = z.infer<typeof placeSchema>

/** Where one tab of the browser is, or that it is nowhere (any more). */
export const presenceSchema = z.object({ tab: z.string().min(1).max(64), place: placeSchema.nullable() })
export type Presence = z.infer<typeof presenceSchema>

/** Who is in a space now, each person once in each place; sent to its room whenever that changes. */
export type PresentPeople = {
  spaceId: string
  people: { personId: string; at: string; typing: string | null }[]
}

/** So many spaces fit into one frame; whoever has more open sends several. */
const spacesPerFrame = 50

/** Spaces as they are asked for, frame by frame. */
export const inFrames = (spaceIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(spaceIds.length / spacesPerFrame) }, (_, index) =>
    spaceIds.slice(index * spacesPerFrame, (index + 1) * spacesPerFrame),
  )

/** Spaces to hear of, or to hear of no more. */
export const subscribeSchema = z.object({ spaceIds: z.array(idSchema).max(spacesPerFrame) })

/** A frame is never larger, in bytes: what is, the server cuts off. */
export const frameBytes = 64 * 1024

/** So many commands travel in one frame. */
export const commandsPerFrame = 50

/** Commands to be done in this order; each is parsed once its procedure is known. */
export const commandsSchema = z.object({
  commands: z
    .array(z.object({ path: z.string().max(100), commandId: idSchema, input: z.unknown() }))
    .min(1)
    .max(commandsPerFrame),
})
export type Commands = z.infer<typeof commandsSchema>

/** What a subscription answers: the head of each space that the person may see; the others are named in `refused`. */
export type Subscribed = Beacon & { readonly refused: readonly string[] }

/** Frames from the server. `hint`: something across spaces changed for this person; refetch. */
export type ServerToClient = {
  events: (frame: PushedEvents) => void
  beacon: (frame: Beacon) => void
  presence: (frame: PresentPeople) => void
  revoked: (frame: { readonly spaceId: string }) => void
  hint: () => void
}

/** Frames from the client, each parsed by the server. */
export type ClientToServer = {
  subscribe: (frame: z.infer<typeof subscribeSchema>, answer: (subscribed: Subscribed) => void) => void
  unsubscribe: (frame: z.infer<typeof subscribeSchema>) => void
  presence: (frame: Presence) => void
  /** A reply to each, in order. */
  commands: (frame: Commands, answer: (replies: readonly Reply[]) => void) => void
}
