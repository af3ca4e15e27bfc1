import { definePrediction } from '../core/predict.ts'
import { reportDeclineApproval } from './decline.decide.ts'
import { reportSaveDraft } from './drafts.decide.ts'
import { reportAccept, reportReturn } from './reports.decide.ts'
import type { SpaceState } from '../events/parts.ts'

// Whether the reviewer belongs to the municipality, only the server knows.
const underReview = (state: SpaceState, { reportId }: { readonly reportId: string }) => {
  const report = state.reports[reportId]
  return { report: report && { ...report, last: report.submissions.at(-1) }, ofMunicipality: false }
}

/** Handing in waits for the server, which makes the immutable copy; opening needs the catalogue. */
export const reportPredictions = [
  definePrediction(reportSaveDraft, (state, { reportId }) => ({ draft: state.drafts[reportId] })),
  definePrediction(reportDeclineApproval, (state, { reportId }) => ({ draft: state.drafts[reportId] })),
  definePrediction(reportReturn, underReview),
  definePrediction(reportAccept, underReview),
]
