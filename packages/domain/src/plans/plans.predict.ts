import { definePrediction } from '../core/predict.ts'
import { planAdd, planEdit, planRemove } from './plans.decide.ts'
import type { PlanChanges } from './plans.ts'

// That the catalogues have what is asked for, the server checks.
const asked = ({ indicators = [] }: PlanChanges) => ({
  knownIndicatorIds: indicators.map(({ indicatorId }) => indicatorId),
})

/** What the browser foresees in a project's commons. */
export const planPredictions = [
  definePrediction(planAdd, (state, { planId, content }) => ({
    isCommons: state.project !== null,
    idTaken: state.plans[planId] !== undefined,
    hasSystem: true,
    ...asked(content),
  })),
  definePrediction(planEdit, (state, { planId, changes }) => ({ plan: state.plans[planId], ...asked(changes) })),
  definePrediction(planRemove, (state, { planId }) => ({ plan: state.plans[planId] })),
]
