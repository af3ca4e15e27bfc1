import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText } from '../core/text.ts'

/** What the law makes of a municipality: in Serbia also cities and their parts, in Montenegro and Georgia the capital. */
const municipalityKinds = ['municipality', 'city', 'cityMunicipality', 'capital'] as const

/** A municipality of the catalogue; coordinates are those of its seat, degrees north and east. */
export const municipalityRowSchema = z.object({
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** The country's official code, where there is one. */
  code: lineOfText(20).nullable(),
  name: lineOfText(120),
  nameLocal: lineOfText(120),
  region: lineOfText(60).nullable(),
  registeredVoters: z.int().nonnegative().max(100_000_000).nullable(),
  /** The country's official group of development, where it has such: 1 is the most developed. */
  developmentLevel: z.int().min(1).max(5).nullable().default(null),
  kind: z.enum(municipalityKinds).nullable().default(null),
  /** The languages in official use, as ISO 639 abbreviates them; none where it isn't known. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(10)
    .default([]),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type MunicipalityRow = z.infer<typeof municipalityRowSchema>

export type Municipality = MunicipalityRow & { readonly id: string }

/** A row with its name in the form in which names are compared (`fold` of @kolo/i18n). */
export type FoldedRow = MunicipalityRow & { readonly foldedName: string }
export type FoldedMunicipality = FoldedRow & { readonly id: string }

/** At most so many rows are taken over at once. */
export const rowsPerImport = 5_000

/** `spaceId` is the network's. */
export const importMunicipalitiesInput = z.object({
  spaceId: idSchema,
  rows: z.array(municipalityRowSchema).min(1).max(rowsPerImport),
})
