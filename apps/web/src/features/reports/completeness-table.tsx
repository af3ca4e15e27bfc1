import { Button, EmptyState, Panel, SkeletonList } from '@kolo/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, ClipboardList, Clock, type LucideIcon, Send, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Completeness = Outputs['reports']['completeness']
type Rollout = Completeness['rollouts'][number]
type Cell = Rollout['cells'][number]

/** Rollout × period, the newest first: which reports are there, and whether they came in time. Scrolls sideways where there is no room. */
export function CompletenessTable({ projectId }: { projectId: string }) {
  const { t } = useTexts('reports', 'core')
  // Where each of the pages that were turned to begins to look back from.
  const [turned, setTurned] = useState<readonly string[]>([])
  const before = turned.at(-1)
  const { data, error, refetch } = useQuery({
    ...trpc.reports.completeness.queryOptions({ projectId, ...(before === undefined ? {} : { before }) }),
    placeholderData: keepPreviousData,
  })
  const cells = data?.rollouts.flatMap((rollout) => rollout.cells) ?? []
  const decided = cells.filter(({ onTime }) => onTime !== null)
  const inTime = decided.filter(({ onTime }) => onTime === true).length
  const oldest = data?.periods[0]?.periodStart
  return (
    <Panel
      title={t('reports:completeness')}
      isFlush
      note={decided.length > 0 ? t('reports:onTimeOf', { done: inTime, total: decided.length }) : undefined}
      actions={
        <>
          {data?.hasEarlier && oldest !== undefined && (
            <Button variant="quiet" size="sm" onPress={() => setTurned([...turned, oldest])}>
              {t('reports:earlierPeriods')}
            </Button>
          )}
          {turned.length > 0 && (
            <Button variant="quiet" size="sm" onPress={() => setTurned(turned.slice(0, -1))}>
              {t('reports:laterPeriods')}
            </Button>
          )}
        </>
      }
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} />
        </div>
      ) : data.periods.length === 0 ? (
        <EmptyState icon={ClipboardList} title={t('reports:empty')} />
      ) : (
        <CellTable completeness={data} />
      )}
    </Panel>
  )
}

// More rows than that take a moment to draw, and nobody reads them in one go.
const rowsAtOnce = 60

function CellTable({ completeness }: { completeness: Completeness }) {
  const titleOf = useRolloutTitles()
  const periods = completeness.periods.toReversed()
  const { t, format } = useTexts('reports', 'rollouts', 'core')
  const [rows, setRows] = useState(rowsAtOnce)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A region that scrolls has to be reached by keyboard.
    <div role="group" aria-label={t('reports:completeness')} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{t('reports:completeness')}</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-44 border-b bg-surface px-4 py-2 text-start text-sm font-medium text-muted"
            >
              {t('rollouts:rollout')}
            </th>
            {periods.map((period) => (
              <th
                key={`${period.periodStart} ${period.periodEnd}`}
                scope="col"
                className="border-b px-2 py-2 text-start text-sm font-medium whitespace-nowrap text-muted"
              >
                {format.period(period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {completeness.rollouts.slice(0, rows).map((rollout) => (
            <tr key={rollout.rolloutId}>
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-64 border-b bg-surface px-4 py-1 text-start font-medium"
              >
                <Link to="/spaces/$spaceId/reports" params={{ spaceId: rollout.spaceId }} className="hover:underline">
                  {titleOf(rollout.title)}
                </Link>
              </th>
              {periods.map((period) => {
                const cell = rollout.cells.find(
                  (one) => one.periodStart === period.periodStart && one.periodEnd === period.periodEnd,
                )
                return (
                  <td key={`${period.periodStart} ${period.periodEnd}`} className="border-b p-1">
                    {cell ? <CellLink cell={cell} spaceId={rollout.spaceId} /> : <NotAsked />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {completeness.rollouts.length > rows && (
        <div className="sticky left-0 p-2">
          <Button variant="quiet" size="sm" onPress={() => setRows(rows + rowsAtOnce)}>
            {t('core:showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function NotAsked() {
  const { t } = useTexts('reports')
  return (
    <span className="block px-2 text-muted">
      <span aria-hidden>–</span>
      <span className="sr-only">{t('reports:notAsked')}</span>
    </span>
  )
}

const signs: Readonly<Record<Cell['state'], LucideIcon>> = {
  notYetDue: CircleDashed,
  due: Clock,
  submitted: Send,
  returned: Undo2,
  accepted: CircleCheck,
}

const colours: Readonly<Record<Cell['state'], string>> = {
  notYetDue: 'text-muted',
  due: 'text-text',
  submitted: 'text-action',
  returned: 'text-attention',
  accepted: 'text-health-on-track',
}

function CellLink({ cell, spaceId }: { cell: Cell; spaceId: string }) {
  const { t } = useTexts('reports')
  const Sign = signs[cell.state]
  const word = cell.overdue ? t('reports:overdue') : t(`reports:${cell.state}`)
  const isLate = cell.onTime === false && cell.isSubmitted
  return (
    <Link
      to="/spaces/$spaceId/reports/$reportId"
      params={{ spaceId, reportId: cell.reportId }}
      className="focus-ring flex min-h-9 items-center gap-1.5 rounded px-2 text-sm whitespace-nowrap hover:bg-hover pointer-coarse:min-h-11"
    >
      <Sign size={16} aria-hidden className={`shrink-0 ${cell.overdue ? 'text-danger' : colours[cell.state]}`} />
      <span>{word}</span>
      {isLate && <span className="text-muted">({t('reports:late')})</span>}
    </Link>
  )
}
