import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema } from '../core/text.ts'

/** The lists that a wave is chosen from, with how many of each it may have. */
export const mostChosen = { planIds: 20, municipalityIds: 500, partnerOrganizationIds: 20 } as const
export type ChosenList = keyof typeof mostChosen
export const chosenLists: readonly ChosenList[] = ['planIds', 'municipalityIds', 'partnerOrganizationIds']

/** The rollouts that a project is about to begin together: each plan in each municipality. Ids in ascending order. */
export type Wave = Readonly<Record<ChosenList, readonly string[]>> & { readonly startsOn: string | null }

/** Nothing is chosen yet. */
export const emptyWave: Wave = { planIds: [], municipalityIds: [], partnerOrganizationIds: [], startsOn: null }

// More than may be chosen, so that whoever chooses all of a large country is told how many may be.
const ids = z.array(idSchema).max(1_000).default([])

/** Ids of each list. */
export const listedSchema = z.object({ planIds: ids, municipalityIds: ids, partnerOrganizationIds: ids })

const nothing = { planIds: [], municipalityIds: [], partnerOrganizationIds: [] }

/** `spaceId` is the project's coordination space. Differences, so that two who choose at once don't undo each other. */
export const chooseWaveInput = z.object({
  spaceId: idSchema,
  add: listedSchema.default(nothing),
  remove: listedSchema.default(nothing),
  startsOn: daySchema.optional(),
})
