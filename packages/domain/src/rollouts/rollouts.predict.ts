import { definePrediction } from '../core/predict.ts'
import { rolloutChangePhase } from './rollouts.decide.ts'

/** What the browser foresees in a rollout's space. */
export const rolloutPredictions = [
  definePrediction(rolloutChangePhase, (state) => ({ rollout: state.rollout ?? undefined })),
]
