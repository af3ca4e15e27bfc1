import { definePrediction } from '../core/predict.ts'
import type { SpaceState } from '../events/parts.ts'
import {
  stageBringToGate,
  stageChangeDates,
  stageChangeLead,
  stageComplete,
  stageOpenToMunicipalities,
  stagePlan,
  stageReopen,
  stageStart,
} from './stages.decide.ts'

const ofStage = (state: SpaceState, input: { readonly stageId: string }) => ({ stage: state.stages[input.stageId] })

/** What the browser foresees in the commons; whether an organization is a partner only the server knows. */
export const stagePredictions = [
  definePrediction(stageChangeDates, ofStage),
  definePrediction(stageChangeLead, (state, input) => ({ ...ofStage(state, input), isPartner: true })),
  definePrediction(stageStart, ofStage),
  definePrediction(stagePlan, ofStage),
  definePrediction(stageBringToGate, ofStage),
  definePrediction(stageComplete, ofStage),
  definePrediction(stageReopen, ofStage),
  definePrediction(stageOpenToMunicipalities, ofStage),
]
