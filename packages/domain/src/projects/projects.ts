import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema, lineOfText, runningText } from '../core/text.ts'

const passage = z.object({ title: lineOfText(200), about: runningText(2_000) })

/** What a project is for; the About page shows it. `languages` are BCP 47 tags, `countries` ISO 3166-1 alpha-2. */
export const aboutSchema = z.object({
  themes: z.array(lineOfText(120)).max(20).default([]),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(30)
    .default([]),
  languages: z.array(lineOfText(35)).max(30).default([]),
  objectives: z.array(passage).max(30).default([]),
  outputs: z.array(passage).max(30).default([]),
  source: runningText(500).default(''),
})
export type About = z.infer<typeof aboutSchema>

/** A project as its commons' snapshot shows it. */
export type Project = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly startsOn: string
  readonly endsOn: string
  /** The dates before a demo shifted them; null where nothing was shifted. */
  readonly originalStartsOn: string | null
  readonly originalEndsOn: string | null
  readonly about: About
  /** Whether a municipality's approver signs each report before it leaves. */
  readonly asksApproval: boolean
  /** In ascending order. */
  readonly coordinatorIds: readonly string[]
}

/** What a person is in a project, strongest first. */
export const projectPartsOfPeople = ['coordinator', 'partner', 'municipality', 'observer'] as const
export type ProjectPartOfPerson = (typeof projectPartsOfPeople)[number]

/** A word of an address: small Latin letters and digits, with single hyphens. */
const slugSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const described = z.object({
  name: lineOfText(200),
  shortName: lineOfText(80),
  startsOn: daySchema,
  endsOn: daySchema,
  about: aboutSchema,
})

/** `spaceId` is the network's; the ids of commons and coordination space are the caller's, those of the stages are derived. */
export const createProjectInput = described.extend({
  spaceId: idSchema,
  projectId: idSchema,
  commonsSpaceId: idSchema,
  coordinationSpaceId: idSchema,
  slug: slugSchema,
  coordinatorId: idSchema,
  /** The template's stages are laid into the project's period. */
  template: z.literal('six-stage'),
  /** For a demo: the period before it was shifted, whose dates the About page tells. */
  original: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable().default(null),
})

/** `spaceId` is the project's commons. */
export const describeProjectInput = described.extend({ spaceId: idSchema })

/** `spaceId` is the project's commons; counts for the reports that are asked for from then on. */
export const setApprovalInput = z.object({ spaceId: idSchema, asksApproval: z.boolean() })

/** `spaceId` is the network's, for administrators, or the project's coordination space, for its coordinators. */
export const coordinatorInput = z.object({ spaceId: idSchema, projectId: idSchema, personId: idSchema })
