import { z } from 'zod'
import type { Municipality } from '../municipalities/municipalities.ts'

const votersSchema = z.int().nonnegative().max(100_000_000).nullable()
const levelSchema = z.int().min(1).max(5).nullable()

/** For which municipalities something of a plan is meant; null and an empty list set no bound. */
export const conditionSchema = z.object({
  /** By registered voters: the one size that the catalogue knows of each municipality. */
  minVoters: votersSchema,
  maxVoters: votersSchema,
  /** Groups of development, 1 the most developed. */
  minLevel: levelSchema,
  maxLevel: levelSchema,
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(30),
})
export type Condition = z.infer<typeof conditionSchema>

/** For everybody. */
export const always: Condition = { minVoters: null, maxVoters: null, minLevel: null, maxLevel: null, countries: [] }

/** What of a municipality conditions ask for. */
export type Conditioned = Pick<Municipality, 'country' | 'registeredVoters' | 'developmentLevel'>

/** Why something isn't meant for a municipality. */
export const omissionReasons = ['tooSmall', 'tooLarge', 'otherLevel', 'otherCountry'] as const
export type OmissionReason = (typeof omissionReasons)[number]

const isBelow = (value: number, bound: number | null): boolean => bound !== null && value < bound
const isAbove = (value: number, bound: number | null): boolean => bound !== null && value > bound

/** Why the condition leaves this municipality out, or null. What isn't known of a municipality leaves it in. */
export function omissionOf(condition: Condition, municipality: Conditioned): OmissionReason | null {
  const { minVoters, maxVoters, minLevel, maxLevel, countries } = condition
  const { country, registeredVoters: voters, developmentLevel: level } = municipality
  if (countries.length > 0 && !countries.includes(country)) return 'otherCountry'
  if (voters !== null && isBelow(voters, minVoters)) return 'tooSmall'
  if (voters !== null && isAbove(voters, maxVoters)) return 'tooLarge'
  return level !== null && (isBelow(level, minLevel) || isAbove(level, maxLevel)) ? 'otherLevel' : null
}
