import { definePrediction } from '../core/predict.ts'
import { targetSetting } from './targets.decide.ts'

/** What the browser foresees in a rollout's space; what kind of figure it is, the server checks. */
export const targetPredictions = [
  definePrediction(targetSetting, ({ rollout, targets }, { indicatorId }) => ({
    rolloutId: rollout?.id,
    kind: null,
    plan: targets[indicatorId],
  })),
]
