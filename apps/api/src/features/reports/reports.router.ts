import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { openReport } from './commands/open-report.ts'
import { acceptReport, returnReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'
import { reportsCompleteness, reportsLastValues, reportsResults } from './completeness.queries.ts'
import { reportsMine, reportsReviewQueue } from './my-reports.queries.ts'

/** Procedures of `reports`. */
export const reportsRouter = router({
  open: mutation(openReport),
  saveDraft: mutation(saveDraft),
  submit: mutation(submitReport),
  return: mutation(returnReport),
  accept: mutation(acceptReport),
  mine: read(reportsMine),
  reviewQueue: read(reportsReviewQueue),
  completeness: read(reportsCompleteness),
  lastValues: read(reportsLastValues),
  results: read(reportsResults),
})
