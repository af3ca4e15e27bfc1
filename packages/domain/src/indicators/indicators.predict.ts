import { definePrediction } from '../core/predict.ts'
import { indicatorChoose } from './indicators.decide.ts'

/** What the browser foresees in a rollout's space; that the catalogue has them, the server checks. */
export const indicatorPredictions = [
  definePrediction(indicatorChoose, (state, input) => ({
    rolloutId: state.rollout?.id,
    chosen: state.chosenIndicators,
    known: input.indicatorIds,
  })),
]
