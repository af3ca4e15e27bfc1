import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText, runningText } from '../core/text.ts'

/** An entry of the catalogue of municipal information systems. */
export const systemRowSchema = z.object({
  /** Names the system for ever; known keys have a name in each rendition. */
  key: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: lineOfText(120),
  about: runningText(1_000),
})
export type SystemRow = z.infer<typeof systemRowSchema>
export type System = SystemRow & { readonly id: string }

/** `spaceId` is the network's. Rows whose key is known mend the entry. */
export const importSystemsInput = z.object({ spaceId: idSchema, rows: z.array(systemRowSchema).min(1).max(500) })
