import { defineCommand } from '../core/command.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import { threadWithMessage } from '../threads/first-message.ts'
import { isClosed } from './drafts.decide.ts'
import { type Fact, type FactKey, factKey } from './facts.ts'
import { type Attachment, type Content, contentOf, type DraftSurroundings, lacksOf } from './report-content.ts'
import { askApprovalInput, approveReportInput, type Draft, submitReportInput } from './reports.ts'
import { approvalAsked, reportSubmitted } from './reports.events.ts'
import { can } from './reports.policy.ts'

/** The draft, and what its form shows beside it. */
type Complete = DraftSurroundings & {
  readonly draft: Draft | undefined
  /** Whether the person is a member of the rollout's space as well. */
  readonly inRollout: boolean
  /** The files of the municipality's space that the draft names. */
  readonly files: readonly Attachment[]
  /** SHA-256 of a content's canonical JSON, in hexadecimal. */
  readonly sha256: (content: Content) => string
}

/** What was handed in before. */
type Before = {
  /** Whether the submission's id is in use. */
  readonly idTaken: boolean
  /** The number of the last submission, 0 before the first, and the help that it asked for. */
  readonly lastNumber: number
  readonly lastHelp: string
}

/** What the draft hands in: nothing may be missing, and of the facts only those that were shown and are still so. */
function completeContent(
  {
    draft,
    facts,
    earlier,
    sources,
    files,
  }: Pick<Complete, 'facts' | 'earlier' | 'sources' | 'files'> & { readonly draft: Draft },
  shown: readonly FactKey[] | undefined,
): Content {
  const told: readonly Fact[] = facts.filter((fact) => shown?.includes(factKey(fact)))
  const [lack] = lacksOf(draft.content, draft.indicators, { facts: told, earlier })
  if (lack) throw invalid('fieldMissing', { field: lack.field })
  return contentOf(draft.content, draft.indicators, { files, facts: told, sources })
}

/** What is signed is what the person saw: nobody has written in it since. */
function hasSeen(draft: Draft, revisions: Readonly<Record<string, string>> | undefined): boolean {
  const held = Object.entries(draft.revisions)
  return (
    revisions !== undefined &&
    held.length === Object.keys(revisions).length &&
    held.every(([field, revision]) => revisions[field] === revision)
  )
}

type HandedIn = { readonly content: Content; readonly sha256: string; readonly submissionId: string }

/** The immutable copy for both spaces; help that is asked for begins a thread in the rollout's, once for the same words. */
function handIn(
  { id: reportId, title, municipalitySpaceId, rolloutSpaceId }: Draft,
  { content, sha256, submissionId }: HandedIn,
  { lastNumber, lastHelp }: Before,
  ids: () => string,
): EventDraft[] {
  const submitted = reportSubmitted.of({ reportId, title, submissionId, number: lastNumber + 1, content, sha256 })
  const help = content.helpNeeded.trim()
  // Who accompanies the municipality hears of it where they talk.
  const asked =
    help === '' || help === lastHelp.trim()
      ? []
      : threadWithMessage({
          threadId: ids(),
          messageId: ids(),
          subject: { kind: 'report', reportId, field: 'helpNeeded' },
          body: help,
        })
  return [
    inSpace(municipalitySpaceId, submitted),
    inSpace(rolloutSpaceId, submitted),
    ...asked.map((event) => inSpace(rolloutSpaceId, event)),
  ]
}

/** Hands a draft in: the rollout's space gets an immutable copy. */
export const reportSubmit = defineCommand(
  'report.submit',
  submitReportInput,
  (state: Complete & Before, input, { actor, ids }) => {
    const { draft, inRollout, idTaken, sha256 } = state
    if (!draft || !can.submit(actor) || !inRollout) throw notFound()
    if (isClosed(draft)) throw conflict('reportSubmitted')
    if (draft.needsApproval && !can.approve(actor)) throw invalid('approvalNeeded')
    if (draft.needsApproval && !hasSeen(draft, input.revisions)) throw conflict('stateChanged')
    if (idTaken) throw conflict('idTaken')
    const content = completeContent({ ...state, draft }, input.facts)
    return handIn(draft, { content, sha256: sha256(content), submissionId: input.submissionId }, state, ids)
  },
)

type AskingState = Complete & {
  /** Whether somebody sits in the approver's seat. */
  readonly hasApprover: boolean
  /** Whether each of them has a letter about this very text, or gets one, whose link still opens. */
  readonly isReached: (sha256: string) => boolean
}

/** Lays a draft before the approver, as it would be handed in. Who writes in it afterwards takes it away again. */
export const reportAskApproval = defineCommand(
  'report.askApproval',
  askApprovalInput,
  (state: AskingState, input, { actor }) => {
    const { draft, inRollout, hasApprover, sha256 } = state
    if (!draft || !can.submit(actor) || !inRollout || !draft.needsApproval) throw notFound()
    if (isClosed(draft)) throw conflict('reportSubmitted')
    if (!hasApprover) throw invalid('noApprover')
    const content = completeContent({ ...state, draft }, input.facts)
    const hash = sha256(content)
    // Asked once more because a letter got lost, or somebody else sits in the seat, it leaves again.
    if (draft.asked?.sha256 === hash && state.isReached(hash)) return []
    return [approvalAsked.of({ reportId: draft.id, title: draft.title, content, sha256: hash })]
  },
)

type ApprovingState = Before &
  Pick<Complete, 'draft' | 'inRollout'> & {
    /** Whether the files that were attached are still there: what was removed meanwhile isn't handed in. */
    readonly hasFiles: boolean
  }

/** Signs what was laid before the approver, and hands in that very text. */
export const reportApprove = defineCommand(
  'report.approve',
  approveReportInput,
  (state: ApprovingState, input, { actor, ids }) => {
    const { draft, inRollout, idTaken, hasFiles } = state
    if (!draft || !can.approve(actor) || !inRollout) throw notFound()
    if (isClosed(draft)) throw conflict('reportSubmitted')
    if (draft.state !== 'awaitingApproval' || draft.asked?.sha256 !== input.sha256) throw conflict('stateChanged')
    if (!hasFiles) throw conflict('stateChanged')
    if (idTaken) throw conflict('idTaken')
    const { content, sha256 } = draft.asked
    return handIn(draft, { content, sha256, submissionId: input.submissionId }, state, ids)
  },
)
