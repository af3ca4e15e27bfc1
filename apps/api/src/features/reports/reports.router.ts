import { approveByLinkInput, declineByLinkInput, showApprovalInput } from '@kolo/domain/reports/approval'
import { answering, mutation, openProcedure, read, router } from '../../transports/trpc/procedures.ts'
import { approveByLink, declineByLink, showApproval } from './approval-by-link.ts'
import { reportsCallToday } from './call-today.queries.ts'
import { approveReport, askApproval } from './commands/approve-report.ts'
import { declineApproval } from './commands/decline-approval.ts'
import { openReport } from './commands/open-report.ts'
import { acceptReport, returnReport } from './commands/review-report.ts'
import { saveDraft } from './commands/save-draft.ts'
import { submitReport } from './commands/submit-report.ts'
import { reportsCompleteness, reportsLastValues, reportsResults, reportsWaiting } from './completeness.queries.ts'
import { reportsOfMunicipality } from './municipality-reports.queries.ts'
import { reportsMine, reportsReviewQueue } from './my-reports.queries.ts'

/** Procedures of `reports`. Secrets travel in bodies only, so showing what a link opens is a mutation too. */
export const reportsRouter = router({
  open: mutation(openReport),
  saveDraft: mutation(saveDraft),
  submit: mutation(submitReport),
  askApproval: mutation(askApproval),
  approve: mutation(approveReport),
  declineApproval: mutation(declineApproval),
  return: mutation(returnReport),
  accept: mutation(acceptReport),
  showApproval: openProcedure
    .meta({ kind: 'open', name: 'reports.showApproval' })
    .input(showApprovalInput)
    .mutation(({ ctx, input }) => answering(() => showApproval(ctx, input.secret))),
  approveByLink: openProcedure
    .meta({ kind: 'open', name: 'reports.approveByLink' })
    .input(approveByLinkInput)
    .mutation(({ ctx, input }) => answering(() => approveByLink(ctx, input))),
  declineByLink: openProcedure
    .meta({ kind: 'open', name: 'reports.declineByLink' })
    .input(declineByLinkInput)
    .mutation(({ ctx, input }) => answering(() => declineByLink(ctx, input))),
  mine: read(reportsMine),
  reviewQueue: read(reportsReviewQueue),
  completeness: read(reportsCompleteness),
  waiting: read(reportsWaiting),
  ofMunicipality: read(reportsOfMunicipality),
  callToday: read(reportsCallToday),
  lastValues: read(reportsLastValues),
  results: read(reportsResults),
})
