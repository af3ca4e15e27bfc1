import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import { hasShapeOf } from '../indicators/values.ts'
import { factKey, type Fact, maxFacts } from './facts.ts'
import {
  type Attachment,
  type Content,
  contentOf,
  type FieldChange,
  fieldOf,
  lacksOf,
  maxAttachments,
  saysAlready,
  withChange,
} from './report-content.ts'
import { threadWithMessage } from '../threads/first-message.ts'
import { type Draft, saveDraftInput, submitReportInput } from './reports.ts'
import { draftSaved, reportSubmitted } from './reports.events.ts'
import { can } from './reports.policy.ts'

type Written = Pick<Draft, 'state' | 'content' | 'revisions' | 'indicators'>

// Facts come and go with what they tell of: a task that was reopened is left out in vain.
const mostLeftOut = 2 * maxFacts

const isClosed = (draft: Pick<Draft, 'state'>): boolean => draft.state === 'submitted' || draft.state === 'accepted'

/** Keeps changed fields of a draft; a field that somebody else has changed meanwhile is refused, never overwritten. */
export const reportSaveDraft = defineCommand('report.saveDraft', saveDraftInput, decideSaving)

function decideSaving(
  { draft }: { readonly draft: Written | undefined },
  { reportId, changes }: z.infer<typeof saveDraftInput>,
  { actor, ids }: DecideContext,
): EventDraft[] {
  if (!draft || !can.draft(actor)) throw notFound()
  if (isClosed(draft)) throw conflict('reportSubmitted')
  if (new Set(changes.map(fieldOf)).size < changes.length) throw invalid('unknownField')
  // Every change draws its revision, kept or not: browser and server then name the same saving alike.
  const kept = changes
    .map((change) => ({ change, revision: ids() }))
    .filter(({ change }) => !saysAlready(draft.content, change))
  for (const { change } of kept) {
    if (!isAskedFor(draft, change)) throw invalid('unknownField')
    if ((draft.revisions[fieldOf(change)] ?? null) !== change.base)
      throw conflict('fieldChanged', { field: fieldOf(change) })
  }
  const { attachments: attached, leftOut } = kept.reduce(
    (content, { change }) => withChange(content, change),
    draft.content,
  )
  if (leftOut && leftOut.length > mostLeftOut) throw invalid('unknownField')
  if (attached && attached.length > maxAttachments) throw invalid('tooManyAttachments', { limit: maxAttachments })
  return kept.length === 0 ? [] : [draftSaved.of({ reportId, changes: kept })]
}

function isAskedFor(draft: Written, change: FieldChange): boolean {
  if (change.field !== 'indicator' && change.field !== 'note') return true
  const indicator = draft.indicators.find(({ id }) => id === change.indicatorId)
  return indicator !== undefined && (change.field === 'note' || hasShapeOf(indicator.kind, change.value))
}

type SubmitState = {
  readonly draft: (Written & Pick<Draft, 'title' | 'rolloutSpaceId' | 'municipalitySpaceId'>) | undefined
  /** Whether the person is a member of the rollout's space as well. */
  readonly inRollout: boolean
  /** Whether the submission's id is in use. */
  readonly idTaken: boolean
  /** The number of the last submission, 0 before the first, and the help that it asked for. */
  readonly lastNumber: number
  readonly lastHelp: string
  /** The files of the municipality's space that the draft names. */
  readonly files: readonly Attachment[]
  /** What happened in the rollout in the period, and what was accepted before, by indicator, oldest first. */
  readonly facts: readonly Fact[]
  readonly earlier: Readonly<Record<string, readonly number[]>>
  /** SHA-256 of a content's canonical JSON, in hexadecimal. */
  readonly sha256: (content: Content) => string
}

/** Hands a draft in: the rollout's space gets an immutable copy. */
export const reportSubmit = defineCommand(
  'report.submit',
  submitReportInput,
  (state: SubmitState, input, { actor, ids }) => {
    const { draft, lastNumber, lastHelp } = state
    if (!draft || !can.submit(actor) || !state.inRollout) throw notFound()
    if (isClosed(draft)) throw conflict('reportSubmitted')
    if (state.idTaken) throw conflict('idTaken')
    // Only what was before the person's eyes, and only what is still so.
    const facts = state.facts.filter((fact) => input.facts?.includes(factKey(fact)))
    const [lack] = lacksOf(draft.content, draft.indicators, { facts, earlier: state.earlier })
    if (lack) throw invalid('fieldMissing', { field: lack.field })
    const content = contentOf(draft.content, draft.indicators, { files: state.files, facts })
    const { reportId, submissionId } = input
    const { title } = draft
    const submitted = reportSubmitted.of({
      reportId,
      title,
      submissionId,
      number: lastNumber + 1,
      content,
      sha256: state.sha256(content),
    })
    const help = content.helpNeeded.trim()
    // Who accompanies the municipality hears of it where they talk; what was asked for once is not asked again.
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
      inSpace(draft.municipalitySpaceId, submitted),
      inSpace(draft.rolloutSpaceId, submitted),
      ...asked.map((event) => inSpace(draft.rolloutSpaceId, event)),
    ]
  },
)
