import { definePrediction } from '../core/predict.ts'
import { projectDescribe, projectSetApproval } from './projects.decide.ts'

/** What the browser foresees of projects. */
export const projectPredictions = [
  definePrediction(projectDescribe, (state) => ({ project: state.project ?? undefined })),
  definePrediction(projectSetApproval, (state) => ({ project: state.project ?? undefined })),
]
