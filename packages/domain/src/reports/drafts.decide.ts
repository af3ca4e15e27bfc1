import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { partKeysOf } from '../indicators/breakdown.ts'
import { hasShapeOf } from '../indicators/values.ts'
import { maxFacts } from './facts.ts'
import { type FieldChange, fieldOf, maxAttachments, saysAlready, withChange } from './report-content.ts'
import { type Draft, saveDraftInput } from './reports.ts'
import { draftSaved } from './reports.events.ts'
import { can } from './reports.policy.ts'

type Written = Pick<Draft, 'state' | 'content' | 'revisions' | 'indicators'>

// Facts come and go with what they tell of: a task that was reopened is left out in vain.
const mostLeftOut = 2 * maxFacts

/** Whether it can't be written any more, until it is returned. */
export const isClosed = (draft: Pick<Draft, 'state'>): boolean =>
  draft.state === 'submitted' || draft.state === 'accepted'

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
  if (!('indicatorId' in change)) return true
  const indicator = draft.indicators.find(({ id }) => id === change.indicatorId)
  if (!indicator) return false
  const { kind, breakdown } = indicator
  if (change.field === 'note' || change.field === 'source') return true
  if (!hasShapeOf(kind, change.value)) return false
  // What is taken apart is told by its parts alone.
  return change.field === 'part'
    ? breakdown !== undefined && partKeysOf(breakdown).includes(change.part)
    : breakdown === undefined
}
