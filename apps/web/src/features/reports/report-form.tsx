import { figureOf } from '@kolo/domain/indicators/values'
import { tasksDone } from '@kolo/domain/boards/boards.facts'
import type { SpaceState } from '@kolo/domain/events/parts'
import { factsIn } from '@kolo/domain/reports/contributors'
import { acceptedBefore, earlierFigures, lastSourcesOf, lastValuesOf } from '@kolo/domain/reports/last-values'
import { type DraftSurroundings, type FieldKey, lacksOf, textFields } from '@kolo/domain/reports/report-content'
import type { Draft, Report } from '@kolo/domain/reports/reports'
import { HealthBadge, Notice, Switch } from '@kolo/ui'
import { Lock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { AttachmentsField } from './attachments-field.tsx'
import { Declined } from './declined.tsx'
import { FactsField } from './facts-field.tsx'
import { anchorOf, FieldFrame, type FormContext, FormProvider } from './field-frame.tsx'
import { IndicatorField } from './indicator-field.tsx'
import { HealthField, ProgressField, TextPassage } from './report-fields.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  readonly draft: Draft
  /** The rollout's space: what happened there, what was accepted before, and what the reviewer said. */
  readonly rollout: SpaceState
  /** It lies before the approver. */
  onAsked(): void
}

/** The officer's form: one column for a phone on a bad line; every field saves itself. */
export function ReportForm({ draft, rollout, onAsked }: Props) {
  const { t } = useTexts('reports', 'core')
  const written = useDraft(draft.municipalitySpaceId, draft)
  const { context, checkComplete } = useForm(draft, rollout, written)
  const { content } = written
  return (
    <FormProvider value={context}>
      <div className="flex flex-col gap-6">
        <Declined draft={draft} />
        {context.comments.length > 0 && <Notice tone="attention" title={t('reports:returnedToYou')} />}
        <p className="flex items-start gap-2 text-sm text-muted">
          <Lock size={14} aria-hidden className="mt-[3px] shrink-0" />
          {t('reports:privateUntilSubmitted')}
        </p>
        <FieldFrame field="nothingToReport">
          <Switch
            isSelected={content.nothingToReport}
            onChange={(value) => written.answer({ field: 'nothingToReport', value }, true)}
            description={t('reports:nothingToReportAbout')}
          >
            <span className="font-medium">{t('reports:nothingToReport')}</span>
          </Switch>
        </FieldFrame>
        {!content.nothingToReport && <Fields draft={draft} rollout={rollout} />}
        <SubmitBar
          draft={draft}
          written={written}
          surroundings={context.surroundings}
          checkComplete={checkComplete}
          onAsked={onAsked}
        />
      </div>
    </FormProvider>
  )
}

function Fields({ draft, rollout }: Omit<Props, 'onAsked'>) {
  const { t } = useTexts('reports')
  const { reports: byId, board, targets } = rollout
  const reports = useMemo(() => Object.values(byId), [byId])
  const last = useMemo(() => lastValuesOf(reports, draft.periodStart), [reports, draft.periodStart])
  const earlier = useMemo(() => acceptedBefore(reports, draft.periodStart), [reports, draft.periodStart])
  return (
    <>
      <LastReport report={earlier.at(-1)} />
      <HealthField />
      <ProgressField last={earlier.at(-1)?.submissions.at(-1)?.content.progress ?? null} tasks={tasksDone(board)} />
      <FactsField />
      {textFields.map((field) => (
        <TextPassage key={field} field={field} />
      ))}
      <AttachmentsField spaceId={draft.municipalitySpaceId} />
      {draft.indicators.length > 0 && (
        <section aria-labelledby="indicators" className="flex flex-col gap-3">
          <h3 id="indicators" className="text-lg font-semibold">
            {t('reports:indicators')}
          </h3>
          {draft.indicators.map((indicator) => (
            <IndicatorField
              key={indicator.id}
              indicator={indicator}
              last={last[indicator.id]}
              earlier={figuresOf(earlier, indicator.id)}
              plan={targets[indicator.id]}
            />
          ))}
        </section>
      )}
    </>
  )
}

function LastReport({ report }: { report: Report | undefined }) {
  const { t, format } = useTexts('reports', 'rollouts')
  const content = report?.submissions.at(-1)?.content
  if (!content?.health) return null
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
      {t('reports:lastReport')}
      <HealthBadge health={content.health} label={t(`rollouts:${content.health}`)} />
      {content.progress !== null && <span className="tabular-nums">{format.percent(content.progress / 100)}</span>}
    </p>
  )
}

const figuresOf = (reports: readonly Report[], indicatorId: string): (number | null)[] =>
  reports.map(({ submissions }) => {
    const value = submissions.at(-1)?.content.values[indicatorId]
    return value ? figureOf(value) : null
  })

function useSurroundings(draft: Draft, rollout: SpaceState): DraftSurroundings {
  const { periodStart, periodEnd } = draft
  const facts = useMemo(() => factsIn(rollout, { periodStart, periodEnd }), [rollout, periodStart, periodEnd])
  const earlier = useMemo(
    () => earlierFigures(Object.values(rollout.reports), periodStart),
    [rollout.reports, periodStart],
  )
  const sources = useMemo(
    () => lastSourcesOf(Object.values(rollout.reports), periodStart),
    [rollout.reports, periodStart],
  )
  return { facts, earlier, sources }
}

/** What is missing is said once somebody has tried to hand in, and then follows what is typed. */
function useForm(draft: Draft, rollout: SpaceState, written: FormContext['draft']) {
  const { t } = useTexts('reports', 'indicators')
  const { lookup } = usePeople()
  const [isTried, setTried] = useState(false)
  const surroundings = useSurroundings(draft, rollout)
  const lacks = lacksOf(written.content, draft.indicators, surroundings)
  const submission = rollout.reports[draft.id]?.submissions.at(-1)
  const problemOf = (field: FieldKey): string | undefined => {
    const lack = isTried ? lacks.find((one) => one.field === field) : undefined
    if (!lack) return undefined
    if (lack.problem === 'missing') return t('reports:fieldRequired')
    return lack.problem === 'wordNeeded' ? t('reports:wordNeeded') : t(`indicators:${lack.problem}`)
  }
  const checkComplete = (): boolean => {
    setTried(true)
    const [first] = lacks
    if (!first) return true
    const place = document.getElementById(anchorOf(first.field))
    place?.scrollIntoView({ block: 'start' })
    place?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
    return false
  }
  return {
    context: {
      draft: written,
      surroundings,
      periodEnd: draft.periodEnd,
      comments: submission?.returnedAt ? submission.comments : [],
      reviewer: lookup(submission?.returnedBy ?? '').name,
      problemOf,
    },
    checkComplete,
  }
}
