import { defineCommand } from '../core/command.ts'
import { conflict, notFound } from '../core/errors.ts'
import { declineApprovalInput, type Draft } from './reports.ts'
import { approvalDeclined } from './reports.events.ts'
import { can } from './reports.policy.ts'

type State = { readonly draft: Draft | undefined }

/** The approver doesn't sign what lies before them, and says what is to be changed: the draft can be written again. */
export const reportDeclineApproval = defineCommand(
  'report.declineApproval',
  declineApprovalInput,
  ({ draft }: State, { sha256, word }, { actor }) => {
    if (!draft || !can.approve(actor)) throw notFound()
    if (draft.state !== 'awaitingApproval' || draft.asked?.sha256 !== sha256) throw conflict('stateChanged')
    return [approvalDeclined.of({ reportId: draft.id, title: draft.title, word: word.trim() })]
  },
)
