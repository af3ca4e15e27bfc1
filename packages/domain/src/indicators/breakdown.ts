import { z } from 'zod'
import { lineOfText } from '../core/text.ts'

/** Names a category of a breakdown for ever. */
export const partKeySchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What belongs to no category, or to one that nobody knows: a part of its own in every breakdown. */
export const unknownPart = 'unknown'

const named = z.object({ key: partKeySchema, name: lineOfText(80) })

/** By what a figure is taken apart: one dimension, and its categories without the unknown. */
export const breakdownSchema = named
  .extend({ categories: z.array(named).min(2).max(12) })
  .refine(({ categories }) => new Set([unknownPart, ...categories.map(({ key }) => key)]).size > categories.length, {
    message: 'twiceInBreakdown',
    path: ['categories'],
  })
export type Breakdown = z.infer<typeof breakdownSchema>

/** The categories of a breakdown with the unknown, which comes last. */
export const categoriesOf = ({ categories }: Breakdown): { readonly key: string; readonly name: string }[] => [
  ...categories,
  { key: unknownPart, name: unknownPart },
]

/** The keys of the parts that a breakdown asks for. */
export const partKeysOf = (breakdown: Breakdown): string[] => categoriesOf(breakdown).map(({ key }) => key)
