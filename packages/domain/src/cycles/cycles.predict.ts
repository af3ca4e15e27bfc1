import { definePrediction } from '../core/predict.ts'
import type { SpaceState } from '../events/parts.ts'
import { cycleEnding, cycleSetting } from './cycles.decide.ts'

const ofRollout = ({ rollout, cycle }: SpaceState) => ({ rolloutId: rollout?.id, cycle })

/** What the browser foresees in a rollout's space. */
export const cyclePredictions = [definePrediction(cycleSetting, ofRollout), definePrediction(cycleEnding, ofRollout)]
