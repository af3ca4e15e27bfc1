import { reportAccept } from '@kolo/domain/reports/reports.decide'
import { Button, ConfirmDialog, EmptyState, HealthBadge, List, ListRow, Panel, showToast, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Check, CircleHelp, CircleSlash, ClipboardCheck, LifeBuoy, ListChecks } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useSend } from '../../lib/hub.tsx'
import { refusalText } from '../../lib/refusal-text.ts'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'

type Waiting = Outputs['reports']['reviewQueue'][number]

/** What waits for the coordinator's review, with what it says in short: to be read one by one, or accepted several at once. */
export function ReviewQueue() {
  const { t } = useTexts('reports', 'core')
  const { data, error, refetch } = useQuery(trpc.reports.reviewQueue.queryOptions({}))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { accepting, accept } = useAccepting()
  const waiting = (data ?? []).filter(({ submissionId }) => !accepting.has(submissionId))
  const ready = waiting.filter(({ reportId }) => chosen.has(reportId))
  const quiet = waiting.filter(isQuiet).map(({ reportId }) => reportId)
  return (
    <Panel
      title={t('reports:reviewQueue')}
      isFlush
      note={waiting.length > 0 ? t('reports:reportCount', { count: waiting.length }) : undefined}
      actions={
        waiting.length > 1 && (
          <>
            {quiet.length > 0 && (
              <Button variant="plain" size="sm" icon={ListChecks} onPress={() => setChosen(new Set(quiet))}>
                {t('reports:chooseQuiet', { count: quiet.length })}
              </Button>
            )}
            <AcceptChosen reports={ready} onAccept={() => accept(ready)} />
          </>
        )
      }
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} />
        </div>
      ) : (
        <Queue reports={waiting} chosen={chosen} onChoose={setChosen} />
      )}
    </Panel>
  )
}

/** Nothing that anybody would want to be asked about: as healthy as before or healthier, nothing blocked, no help asked for, no value unusual. */
function isQuiet(report: Waiting): boolean {
  const { health, healthBefore, isBlocked, asksForHelp, isUnusual, nothingToReport } = report
  if (nothingToReport) return true
  return (
    !isBlocked && !asksForHelp && !isUnusual && (health === 'onTrack' || (health !== null && health === healthBefore))
  )
}

type QueueProps = {
  readonly reports: readonly Waiting[]
  readonly chosen: ReadonlySet<string>
  onChoose(ids: ReadonlySet<string>): void
}

function Queue({ reports, chosen, onChoose }: QueueProps) {
  const titleOf = useRolloutTitles()
  const { t, format } = useTexts('reports', 'core')
  return (
    <List
      label={t('reports:reviewQueue')}
      items={reports.map((report) => ({ ...report, id: report.reportId }))}
      empty={<EmptyState icon={ClipboardCheck} title={t('reports:nothingToReview')} />}
      selectionMode={reports.length > 1 ? 'multiple' : 'none'}
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChoose(new Set(keys === 'all' ? reports.map(({ reportId }) => reportId) : [...keys].map(String)))
      }
    >
      {(report) => (
        <ListRow
          id={report.id}
          href={`/spaces/${report.rolloutSpaceId}/reports/${report.reportId}`}
          textValue={titleOf(report.title)}
          title={titleOf(report.title)}
          description={
            <>
              {`${format.period(report)} · ${t('reports:submission', { number: report.number })} · ${format.dateTime(report.submittedAt, 'short')}`}
              <InShort report={report} className="mt-1 sm:hidden" />
            </>
          }
          trailing={<InShort report={report} className="max-sm:hidden" />}
        />
      )}
    </List>
  )
}

/** What it says, without its words: at the end of the row, on a phone below it. */
function InShort({ report, className }: { readonly report: Waiting; readonly className: string }) {
  const { t } = useTexts('reports', 'rollouts')
  return (
    <span className={`flex flex-wrap items-center gap-x-3 gap-y-1 ${className}`}>
      {report.nothingToReport && <span>{t('reports:nothingToReport')}</span>}
      {report.isBlocked && (
        <span className="flex items-center gap-1">
          <CircleSlash size={14} aria-hidden />
          {t('reports:blocked')}
        </span>
      )}
      {report.isUnusual && (
        <span className="flex items-center gap-1">
          <CircleHelp size={14} aria-hidden />
          {t('reports:unusual')}
        </span>
      )}
      {report.asksForHelp && (
        <span className="flex items-center gap-1">
          <LifeBuoy size={14} aria-hidden />
          {t('reports:helpNeeded')}
        </span>
      )}
      {report.health && <HealthBadge health={report.health} label={t(`rollouts:${report.health}`)} />}
    </span>
  )
}

function AcceptChosen({ reports, onAccept }: { readonly reports: readonly Waiting[]; onAccept(): void }) {
  const { t } = useTexts('reports', 'core')
  const titleOf = useRolloutTitles()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="primary"
        size="sm"
        icon={Check}
        isDisabled={reports.length === 0}
        onPress={() => setAsking(true)}
      >
        {reports.length === 0 ? t('reports:accept') : t('reports:acceptCount', { count: reports.length })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('reports:acceptChosenTitle', { count: reports.length })}
        confirmLabel={t('reports:accept')}
        cancelLabel={t('core:cancel')}
        onConfirm={() => {
          setAsking(false)
          onAccept()
        }}
      >
        <p>{t('reports:acceptChosenConfirm')}</p>
        <ul className="mt-2 max-h-60 list-disc overflow-auto pl-5">
          {reports.map(({ reportId, title }) => (
            <li key={reportId}>{titleOf(title)}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  )
}

/** Accepts several, each by a command of its own: they leave the list at once, and those that are refused come back, with the reason. */
function useAccepting() {
  const { t } = useTexts('reports', 'errors')
  const send = useSend()
  const [accepting, setAccepting] = useState<ReadonlySet<string>>(new Set())
  const accept = async (reports: readonly Waiting[]): Promise<void> => {
    const ids = reports.map(({ submissionId }) => submissionId)
    setAccepting((before) => new Set([...before, ...ids]))
    const answers = await Promise.all(
      reports.map(({ rolloutSpaceId: spaceId, reportId, submissionId }) =>
        send(reportAccept, 'reports.accept', { spaceId, reportId, submissionId }),
      ),
    )
    const refused = new Set(ids.filter((_, index) => answers[index]?.status === 'refused'))
    setAccepting((before) => new Set([...before].filter((id) => !refused.has(id))))
    if (refused.size < ids.length)
      showToast({ text: t('reports:acceptedCount', { count: ids.length - refused.size }), tone: 'success' })
    const refusal = answers.find((answer) => answer.status === 'refused')
    if (refusal) showToast({ text: refusalText(t, refusal), tone: 'danger' })
  }
  return { accepting, accept: (reports: readonly Waiting[]) => void accept(reports) }
}
