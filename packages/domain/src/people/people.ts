import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { lineOfText } from '../core/text.ts'

/** The renditions that a person can choose; the same list as the catalogs have. */
export const renditionSchema = z.enum(['en', 'sr-Latn', 'sr-Cyrl', 'sr-Latn-ME', 'ka'])
export type PersonRendition = z.infer<typeof renditionSchema>

export const themeSchema = z.enum(['light', 'dark', 'system'])
export type Theme = z.infer<typeof themeSchema>

/** An address for sign-in and mail, in small letters; only the plain form, so that no header can be smuggled in. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const personNameSchema = lineOfText(120)

/** A person as rules see one. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly administrator: boolean
  readonly disabledAt: string | null
}

/** A person as administrators see one. */
export type Account = Person & { readonly email: string }

/** Language and look. */
export type Preferences = { readonly rendition: PersonRendition; readonly theme: Theme }

/** `spaceId` is the network's, where administrators are. */
const onPerson = z.object({ spaceId: idSchema, personId: idSchema })

export const addPersonInput = onPerson.extend({
  personalSpaceId: idSchema,
  name: personNameSchema,
  email: emailSchema,
  rendition: renditionSchema,
  administrator: z.boolean().default(false),
  /** Accounts of the demo network, which production refuses; only the system makes them. */
  demo: z.boolean().default(false),
})
/** `spaceId` is the network's, or the person's own space for one's own name. */
export const renamePersonInput = onPerson.extend({ name: personNameSchema })
export const disablePersonInput = onPerson
export const enablePersonInput = onPerson
export const appointAdministratorInput = onPerson

/** `spaceId` is the person's own space. */
export const choosePreferencesInput = z.object({
  spaceId: idSchema,
  rendition: renditionSchema.optional(),
  theme: themeSchema.optional(),
})
