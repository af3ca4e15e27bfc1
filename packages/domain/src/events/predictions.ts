import type { Prediction } from '../core/predict.ts'
import { threadPredictions } from '../threads/threads.predict.ts'

/** The closed list of commands that the browser foresees: a line for each noun. */
export const predictions: ReadonlyMap<string, Prediction> = new Map(
  [...threadPredictions].map((prediction) => [prediction.name, prediction]),
)
