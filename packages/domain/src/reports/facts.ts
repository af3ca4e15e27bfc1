import { z } from 'zod'
import { daySchema } from '../core/text.ts'

/** What a report can tell by itself. A noun that has something to tell adds its kind here and a contributor to the list. */
const factKinds = [
  'phaseReached',
  'milestoneReached',
  'milestoneReachedLate',
  'taskDone',
  'threadResolved',
  'versionPublished',
] as const

/** Something that happened in the rollout, on a day (UTC). `name` says to what; a phase's is its key. */
export const factSchema = z.object({ kind: z.enum(factKinds), id: z.string(), name: z.string(), on: daySchema })
export type Fact = z.infer<typeof factSchema>

/** Names a fact within its rollout: its kind and the id that the noun gives it. */
export type FactKey = `${Fact['kind']}:${string}`
const factKeys = new RegExp(`^(${factKinds.join('|')}):[A-Za-z0-9-]{1,60}$`)
export const factKeySchema = z.custom<FactKey>((key) => typeof key === 'string' && factKeys.test(key))
export const factKey = ({ kind, id }: Pick<Fact, 'kind' | 'id'>): FactKey => `${kind}:${id}`

/** No report tells more of them: the latest. */
export const maxFacts = 200
