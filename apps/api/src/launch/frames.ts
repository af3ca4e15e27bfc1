import { z } from 'zod'

const node = z.uuid()

const frameSchema = z.union([
  /** The space has events after this number; over a line that is quick enough for it, these. */
  z.object({ node, spaceId: z.uuid(), after: z.int().nonnegative(), sealed: z.string().max(16_384).optional() }),
  /** A session has ended; those of a person whose account is closed follow from the log. */
  z.object({ node, revoked: z.object({ sessionId: z.uuid() }) }),
  /** These people of the node are in the space now. */
  z.object({
    node,
    present: z.object({
      spaceId: z.uuid(),
      people: z.array(z.object({ personId: z.uuid(), at: z.string(), typing: z.uuid().nullable() })),
    }),
  }),
  /** Carets in a document, as Yjs encodes them, in base64. */
  z.object({ node, carets: z.string(), of: z.uuid() }),
  /** The document's log has reached this number. */
  z.object({ node, documentId: z.uuid(), number: z.int().positive() }),
])

/** What one process tells the others on the same database. Each is a hint: the tables have the truth. */
export type Frame = z.infer<typeof frameSchema>

/** A way by which frames travel. It may lose them, double them and reorder them; it never throws and nobody waits for it. */
export type Line = {
  send(frame: Frame): void
  close(): void
}

/** What a line tells. */
export type Hearing = {
  frame(frame: Frame): void
  /** The line stands again: what was said meanwhile may be lost. */
  back(): void
  error(error: unknown): void
}

/** Reads a frame; whoever shares the line may write what they like on it: what isn't ours is undefined. */
export function frameIn(text: string): Frame | undefined {
  try {
    return frameSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
