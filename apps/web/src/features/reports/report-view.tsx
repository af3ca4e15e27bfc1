import { can } from '@kolo/domain/reports/reports.policy'
import { draftStateOn, isOverdue, stateOn } from '@kolo/domain/reports/report-state'
import type { Assignment, Draft, Report } from '@kolo/domain/reports/reports'
import { factsIn } from '@kolo/domain/reports/contributors'
import { lastSourcesOf } from '@kolo/domain/reports/last-values'
import { contentOf } from '@kolo/domain/reports/report-content'
import { emptySpace, type SpaceState } from '@kolo/domain/events/parts'
import { EmptyState, ErrorState, Notice, SkeletonList, TextLink } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { FileClock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useNow } from '../../lib/now.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AwaitingApproval } from './awaiting-approval.tsx'
import { ContentView } from './content-view.tsx'
import { ReportBadge } from './report-badge.tsx'
import { ReportForm } from './report-form.tsx'
import { Review } from './review.tsx'
import { Submissions } from './submissions.tsx'

/** A report, in whichever of its two spaces it was opened: its form for those who write, its submissions for all others. */
export function ReportView() {
  const { spaceId = '', reportId = '' } = useParams({ strict: false })
  const { t } = useTexts('errors')
  const { state, me } = useSpace(spaceId)
  if (!state) return <Waiting />
  const assignment = state.reports[reportId] ?? state.drafts[reportId]
  if (!assignment) return <ErrorState title={t('errors:notFound')} />
  const isOfTown = state.space.kind === 'municipality' || can.draft(me)
  return isOfTown ? (
    <TownReport assignment={assignment} spaceId={spaceId} />
  ) : (
    <RolloutReport spaceId={spaceId} reportId={reportId} />
  )
}

function Waiting() {
  const { t } = useTexts('core')
  return (
    <div className="p-4">
      <SkeletonList label={t('core:loading')} rows={6} />
    </div>
  )
}

function Page({
  spaceId,
  assignment,
  badge,
  children,
}: {
  spaceId: string
  assignment: Assignment
  badge: ReactNode
  children: ReactNode
}) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports')
  const name = t('reports:reportFor', { period: format.period(assignment) })
  usePageTitle(`${name} · ${titleOf(assignment.title)}`, true)
  return (
    <article className="report-page mx-auto flex w-full max-w-2xl min-w-0 flex-col gap-5 p-4">
      <header className="flex flex-col gap-1">
        <TextLink href={`/spaces/${spaceId}/reports`} isQuiet className="w-fit text-sm text-muted">
          {t('reports:reports')}
        </TextLink>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-xl font-semibold">{name}</h2>
          {badge}
        </div>
        <p className="text-muted">{titleOf(assignment.title)}</p>
        <p className="text-sm text-muted">{t('reports:dueOn', { date: format.date(assignment.dueOn) })}</p>
      </header>
      {children}
    </article>
  )
}

/** For the municipality's own people: the draft lives in their space, what was handed in and said of it in the rollout's. */
function TownReport({ assignment, spaceId }: { assignment: Assignment; spaceId: string }) {
  const today = useNow().slice(0, 10)
  const town = useSpace(assignment.municipalitySpaceId)
  const rollout = useSpace(assignment.rolloutSpaceId)
  const draft = town.state?.drafts[assignment.id]
  const report = rollout.state?.reports[assignment.id]
  if (town.status === 'forbidden') return <RolloutReport spaceId={assignment.rolloutSpaceId} reportId={assignment.id} />
  if (!draft || (!rollout.state && rollout.status !== 'forbidden')) return <Waiting />
  const isOpen = draft.state !== 'submitted' && draft.state !== 'accepted'
  const firstSubmittedAt = report?.submissions[0]?.submittedAt ?? null
  const badge = (
    <ReportBadge
      state={draftStateOn(draft, today)}
      overdue={isOpen && isOverdue({ dueOn: draft.dueOn, firstSubmittedAt }, today)}
    />
  )
  return (
    <Page spaceId={spaceId} assignment={draft} badge={badge}>
      {isOpen && <OpenDraft draft={draft} rollout={rollout.state ?? emptySpace} mayWrite={can.draft(town.me)} />}
      {!isOpen && <ClosedDraft draft={draft} report={report} />}
    </Page>
  )
}

function ClosedDraft({ draft, report }: { draft: Draft; report: Report | undefined }) {
  const { t } = useTexts('reports')
  return (
    <>
      {draft.state === 'submitted' && <Notice isLive title={t('reports:submittedWaits')} />}
      {draft.state === 'accepted' && <Notice tone="success" isLive title={t('reports:acceptedDone')} />}
      {report && <Submissions report={report} />}
    </>
  )
}

type OpenDraftProps = { readonly draft: Draft; readonly rollout: SpaceState; readonly mayWrite: boolean }

function OpenDraft({ draft, rollout, mayWrite }: OpenDraftProps) {
  // Asked once more, it lies before the approver again.
  const [changing, setChanging] = useState<string>()
  const { asked } = draft
  if (asked && changing !== asked.askedAt)
    return <AwaitingApproval draft={draft} asked={asked} onChange={() => setChanging(asked.askedAt)} />
  return mayWrite ? (
    <ReportForm key={draft.id} draft={draft} rollout={rollout} onAsked={() => setChanging(undefined)} />
  ) : (
    <DraftToRead draft={draft} rollout={rollout} />
  )
}

function DraftToRead({ draft, rollout }: Omit<OpenDraftProps, 'mayWrite'>) {
  const { t } = useTexts('reports')
  const { state } = useSpace(draft.municipalitySpaceId)
  return (
    <>
      <Notice>{t('reports:draftToRead')}</Notice>
      <ContentView
        assignment={draft}
        content={contentOf(draft.content, draft.indicators, {
          files: Object.values(state?.files ?? {}),
          facts: factsIn(rollout, draft),
          sources: lastSourcesOf(Object.values(rollout.reports), draft.periodStart),
        })}
      />
    </>
  )
}

/** For coordinator and partners: nothing before the first submission. */
function RolloutReport({ spaceId, reportId }: { spaceId: string; reportId: string }) {
  const { t } = useTexts('errors')
  const today = useNow().slice(0, 10)
  const { state, me } = useSpace(spaceId)
  if (!state) return <Waiting />
  const report = state.reports[reportId]
  if (!report) return <ErrorState title={t('errors:notFound')} />
  const firstSubmittedAt = report.submissions[0]?.submittedAt ?? null
  return (
    <Page
      spaceId={spaceId}
      assignment={report}
      badge={
        <ReportBadge
          state={stateOn(report, today)}
          overdue={isOverdue({ dueOn: report.dueOn, firstSubmittedAt }, today)}
        />
      }
    >
      <Submitted report={report} mayReview={can.review(me)} />
    </Page>
  )
}

function Submitted({ report, mayReview }: { report: Report; mayReview: boolean }) {
  const { t } = useTexts('reports')
  const last = report.submissions.at(-1)
  if (!last) {
    return (
      <EmptyState icon={FileClock} title={t('reports:notSubmitted')}>
        {t('reports:notSubmittedAbout')}
      </EmptyState>
    )
  }
  if (!mayReview || report.state !== 'submitted') {
    return (
      <>
        {report.state === 'returned' && <Notice tone="attention" isLive title={t('reports:returnedNow')} />}
        {report.state === 'accepted' && <Notice tone="success" isLive title={t('reports:acceptedNow')} />}
        <Submissions report={report} />
      </>
    )
  }
  return (
    <>
      <Review key={last.id} report={report} submission={last} before={report.submissions.at(-2)} />
      {report.submissions.length > 1 && <Submissions report={report} isEarlierOnly />}
    </>
  )
}
