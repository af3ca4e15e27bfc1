import { z } from 'zod'

/** One fact in a space's log, as it travels and as folds receive it. `seq` is gapless within the space; `at` is the server's time. */
export const envelopeSchema = z.object({
  spaceId: z.uuid(),
  seq: z.int().positive(),
  type: z.string(),
  version: z.int().positive(),
  actorId: z.uuid(),
  commandId: z.uuid(),
  at: z.iso.datetime(),
  payload: z.record(z.string(), z.unknown()),
})
export type Envelope = z.infer<typeof envelopeSchema>

/** What a fold receives: an envelope whose payload has the type of its event. A predicted event has `seq` 0. */
export type Recorded<Payload> = Omit<Envelope, 'payload'> & { readonly payload: Payload }
