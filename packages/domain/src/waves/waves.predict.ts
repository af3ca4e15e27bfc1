import { definePrediction } from '../core/predict.ts'
import { waveChoose } from './waves.decide.ts'

/** What the browser foresees in a coordination space. */
export const wavePredictions = [
  definePrediction(waveChoose, ({ space, wave }) => ({ isCoordination: space.kind === 'coordination', wave })),
]
