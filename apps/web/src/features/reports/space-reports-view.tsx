import { draftStateOn, isOverdue, type ReportState, stateOn } from '@kolo/domain/reports/report-state'
import type { Assignment } from '@kolo/domain/reports/reports'
import { can } from '@kolo/domain/reports/reports.policy'
import { Button, EmptyState, List, ListRow, Panel, SkeletonList } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { ClipboardList, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { OpenReportDialog } from './open-report-dialog.tsx'
import { ReportBadge } from './report-badge.tsx'

type Row = { readonly assignment: Assignment; readonly state: ReportState; readonly overdue: boolean }

type Props = {
  /** When the rollout reports, and what it is to reach. */
  readonly cycle: (spaceId: string) => ReactNode
  /** The rollout's figures over time. */
  readonly indicators: (rolloutId: string) => ReactNode
}

/** The tab Reports of a rollout or a municipality. */
export function SpaceReportsView({ cycle, indicators }: Props) {
  const { spaceId = '' } = useParams({ strict: false })
  const { t } = useTexts('reports', 'core')
  const { state, me } = useSpace(spaceId)
  const [isAsking, setAsking] = useState(false)
  const today = useNow().slice(0, 10)
  if (!state) {
    return (
      <div className="p-4">
        <SkeletonList label={t('core:loading')} />
      </div>
    )
  }
  const isTown = state.space.kind === 'municipality'
  const rows = (
    isTown ? draftRows(Object.values(state.drafts), today) : reportRows(Object.values(state.reports), today)
  ).toSorted((a, b) => (a.assignment.periodStart < b.assignment.periodStart ? 1 : -1))
  const ask = state.rollout && can.open(me) && (
    <Button size="sm" icon={Plus} onPress={() => setAsking(true)}>
      {t('reports:ask')}
    </Button>
  )
  return (
    <div className="mx-auto flex w-full max-w-5xl min-w-0 flex-col gap-6 p-4 sm:p-6">
      <Panel title={t('reports:reports')} isFlush actions={ask}>
        <Rows rows={rows} spaceId={spaceId} isTown={isTown} />
      </Panel>
      {state.rollout && cycle(spaceId)}
      {state.rollout && indicators(state.rollout.id)}
      {isAsking && state.rollout && (
        <OpenReportDialog
          rollout={state.rollout}
          spaceId={spaceId}
          chosen={state.chosenIndicators}
          reports={Object.values(state.reports)}
          isOpen
          onOpenChange={setAsking}
        />
      )}
    </div>
  )
}

type Parts = NonNullable<ReturnType<typeof useSpace>['state']>

const reportRows = (reports: readonly Parts['reports'][string][], today: string): Row[] =>
  reports.map((report) => ({
    assignment: report,
    state: stateOn(report, today),
    overdue: isOverdue({ dueOn: report.dueOn, firstSubmittedAt: report.submissions[0]?.submittedAt ?? null }, today),
  }))

// Whether one was handed in before, the municipality's space doesn't hold: a returned draft is never overdue.
const draftRows = (drafts: readonly Parts['drafts'][string][], today: string): Row[] =>
  drafts.map((draft) => {
    const state = draftStateOn(draft, today)
    const isWaiting = state === 'due' || state === 'inProgress' || state === 'awaitingApproval'
    return {
      assignment: draft,
      state,
      overdue: isWaiting && isOverdue({ dueOn: draft.dueOn, firstSubmittedAt: null }, today),
    }
  })

function Rows({ rows, spaceId, isTown }: { rows: readonly Row[]; spaceId: string; isTown: boolean }) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports')
  return (
    <List
      label={t('reports:reports')}
      items={rows.map((row) => ({ ...row, id: row.assignment.id }))}
      empty={
        <EmptyState icon={ClipboardList} title={t('reports:empty')}>
          {t('reports:emptyAbout')}
        </EmptyState>
      }
    >
      {({ assignment, state, overdue }) => (
        <ListRow
          id={assignment.id}
          href={`/spaces/${spaceId}/reports/${assignment.id}`}
          textValue={format.period(assignment)}
          title={isTown ? titleOf(assignment.title) : format.period(assignment)}
          description={[
            isTown ? format.period(assignment) : '',
            t('reports:dueOn', { date: format.date(assignment.dueOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
          trailing={<ReportBadge state={state} overdue={overdue} />}
        />
      )}
    </List>
  )
}
