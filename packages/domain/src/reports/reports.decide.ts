import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { Actor, DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import type { Indicator } from '../indicators/indicators.ts'
import { type FieldKey, indicatorField } from './report-content.ts'
import { acceptReportInput, openReportInput, type Report, returnReportInput, type Submission } from './reports.ts'
import { draftReopened, reportAccepted, reportOpened, reportReturned } from './reports.events.ts'
import { can } from './reports.policy.ts'

type OpeningState = {
  /** The rollout whose space `spaceId` is; without a municipality's space there is nobody to write. */
  readonly rollout:
    | {
        readonly id: string
        readonly title: string
        readonly municipalitySpaceId: string | null
        /** Whether its project asks for the approver's word. */
        readonly asksApproval: boolean
      }
    | undefined
  readonly idTaken: boolean
  readonly periods: readonly { readonly periodStart: string; readonly periodEnd: string }[]
  /** What the rollout reports, in order. */
  readonly indicators: readonly Indicator[]
}

/** Asks for a report on a period of a rollout. */
export const reportOpen = defineCommand('report.open', openReportInput, decideOpening)

function decideOpening(
  state: OpeningState,
  input: z.infer<typeof openReportInput>,
  { actor }: DecideContext,
): EventDraft[] {
  const { rollout, indicators } = state
  const { spaceId: rolloutSpaceId, reportId, rolloutId, periodStart, periodEnd, dueOn } = input
  if (!can.open(actor) || rollout?.id !== rolloutId) throw notFound()
  if (rollout.municipalitySpaceId === null) throw invalid('noMunicipalitySpace')
  if (state.idTaken) throw conflict('idTaken')
  if (periodEnd < periodStart) throw invalid('endBeforeStart')
  if (dueOn < periodEnd) throw invalid('dueBeforeEnd')
  if (state.periods.some((period) => period.periodStart <= periodEnd && periodStart <= period.periodEnd))
    throw conflict('periodTaken')
  const { title, municipalitySpaceId } = rollout
  const days = { periodStart, periodEnd, dueOn }
  const opened = reportOpened.of({
    reportId,
    rolloutId,
    title,
    rolloutSpaceId,
    municipalitySpaceId,
    ...days,
    ...(rollout.asksApproval ? { needsApproval: true as const } : {}),
    indicators: [...indicators],
  })
  return [inSpace(rolloutSpaceId, opened), inSpace(municipalitySpaceId, opened)]
}

type Reviewed = Pick<Report, 'title' | 'state' | 'rolloutSpaceId' | 'municipalitySpaceId' | 'indicators'> & {
  readonly last: Pick<Submission, 'id' | 'submittedBy'> | undefined
}
type ReviewState = {
  readonly report: Reviewed | undefined
  /** Whether the reviewer belongs to the municipality, whatever the seat. */
  readonly ofMunicipality: boolean
}

/** The submission under review, where this person may review it: who handed in never accepts. */
function reviewable({ report, ofMunicipality }: ReviewState, submissionId: string, actor: Actor): Reviewed {
  if (!report || !can.review(actor)) throw notFound()
  if (ofMunicipality || report.last?.submittedBy === actor.personId) throw invalid('ownReport')
  if (report.state !== 'submitted' || report.last?.id !== submissionId) throw conflict('stateChanged')
  return report
}

const fixedFields: readonly FieldKey[] = [
  'health',
  'progress',
  'nothingToReport',
  'done',
  'blockedBy',
  'helpNeeded',
  'nextSteps',
  'attachments',
]

/** Gives a submission back, with at least one comment on what is to be mended, and reopens the draft. */
export const reportReturn = defineCommand(
  'report.return',
  returnReportInput,
  (state: ReviewState, input, { actor, ids }) => {
    const { reportId, submissionId } = input
    const { title, rolloutSpaceId, municipalitySpaceId, indicators } = reviewable(state, submissionId, actor)
    const fields = new Set([...fixedFields, ...indicators.map(({ id }) => indicatorField(id))])
    const comments = input.comments.map((comment) => ({ ...comment, id: ids() }))
    if (comments.some(({ field }) => !fields.has(field))) throw invalid('unknownField')
    if (comments.length === 0 || comments.some(({ body }) => body.trim() === '')) throw invalid('commentNeeded')
    return [
      inSpace(rolloutSpaceId, reportReturned.of({ reportId, title, submissionId, comments })),
      inSpace(municipalitySpaceId, draftReopened.of({ reportId, title, submissionId })),
    ]
  },
)

/** Takes a submission as it is; from then on it is the rollout's result. */
export const reportAccept = defineCommand(
  'report.accept',
  acceptReportInput,
  (state: ReviewState, input, { actor }) => {
    const { reportId, submissionId } = input
    const { title, rolloutSpaceId, municipalitySpaceId } = reviewable(state, submissionId, actor)
    const accepted = reportAccepted.of({ reportId, title, submissionId })
    return [inSpace(rolloutSpaceId, accepted), inSpace(municipalitySpaceId, accepted)]
  },
)
