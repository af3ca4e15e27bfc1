import { definePrediction } from '../core/predict.ts'
import type { SpaceState } from '../events/parts.ts'
import { milestoneAdd, milestoneEdit, milestoneReach, milestoneRemove, milestoneReopen } from './milestones.decide.ts'

const ofMilestone = ({ milestones }: SpaceState, { milestoneId }: { readonly milestoneId: string }) => ({
  milestone: milestones[milestoneId],
})

/** What the browser foresees in a rollout's space. Restoring needs the removed one, which no replica holds. */
export const milestonePredictions = [
  definePrediction(milestoneAdd, ({ rollout, milestones }, { milestoneId }) => ({
    isRollout: rollout !== null,
    idTaken: milestones[milestoneId] !== undefined,
  })),
  definePrediction(milestoneEdit, ofMilestone),
  definePrediction(milestoneReach, ofMilestone),
  definePrediction(milestoneReopen, ofMilestone),
  definePrediction(milestoneRemove, ofMilestone),
]
