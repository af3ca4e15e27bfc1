import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'

/** The ordered phases of a rollout. */
export const phases = ['prepare', 'procure', 'configure', 'pilot', 'live', 'sustain'] as const
export type Phase = (typeof phases)[number]

/** How a rollout goes, as the last accepted report says. */
export const healths = ['onTrack', 'atRisk', 'offTrack'] as const
export type Health = (typeof healths)[number]

/** Of several healths the one that needs most care; null counts only where nothing else is known. */
export const worstHealth = (held: readonly (Health | null)[]): Health | null =>
  healths.toReversed().find((health) => held.includes(health)) ?? null

export type PhaseChange = { readonly phase: Phase; readonly at: string }

/** One system in one municipality. */
export type Rollout = {
  readonly id: string
  readonly projectId: string
  readonly municipalityId: string
  /** The municipality as an organization. */
  readonly organizationId: string
  readonly systemId: string
  readonly title: string
  readonly phase: Phase
  /** Into which phases it went since its first, oldest first. */
  readonly phaseChanges: readonly PhaseChange[]
  /** Null before the first accepted report. */
  readonly health: Health | null
  readonly healthAt: string | null
  /** Per cent. */
  readonly progress: number | null
  readonly startsOn: string
  /** The partners that accompany it, in ascending order. */
  readonly partnerOrganizationIds: readonly string[]
}

/** What a rollout and its space are called. */
export const rolloutTitle = (systemName: string, municipalityName: string): string =>
  `${systemName} · ${municipalityName}`

/** `spaceId` is the commons of the project. */
export const createRolloutInput = z.object({
  spaceId: idSchema,
  rolloutId: idSchema,
  rolloutSpaceId: idSchema,
  projectId: idSchema,
  municipalityId: idSchema,
  organizationId: idSchema,
  systemId: idSchema,
  partnerOrganizationIds: z.array(idSchema).max(20),
  startsOn: daySchema,
})

/** `spaceId` is the rollout's own. */
export const changePhaseInput = z.object({ spaceId: idSchema, rolloutId: idSchema, phase: z.enum(phases) })
