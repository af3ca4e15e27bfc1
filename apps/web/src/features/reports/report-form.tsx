import { figureOf } from '@kolo/domain/indicators/values'
import { lastValuesOf } from '@kolo/domain/reports/last-values'
import { type FieldKey, lacksOf, textFields } from '@kolo/domain/reports/report-content'
import type { Draft, Report } from '@kolo/domain/reports/reports'
import { HealthBadge, Notice, Switch } from '@kolo/ui'
import { Lock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { AttachmentsField } from './attachments-field.tsx'
import { anchorOf, FieldFrame, type FormContext, FormProvider } from './field-frame.tsx'
import { IndicatorField } from './indicator-field.tsx'
import { HealthField, ProgressField, TextPassage } from './report-fields.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { useDraft } from './use-draft.ts'

type Props = {
  readonly draft: Draft
  /** The rollout's reports, this one among them: what was accepted before, and what the reviewer said. */
  readonly reports: readonly Report[]
}

/** The officer's form: one column for a phone on a bad line; every field saves itself. */
export function ReportForm({ draft, reports }: Props) {
  const { t } = useTexts('reports', 'core')
  const written = useDraft(draft.municipalitySpaceId, draft)
  const { context, checkComplete } = useForm(draft, reports, written)
  const { content } = written
  return (
    <FormProvider value={context}>
      <div className="flex flex-col gap-6">
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
        {!content.nothingToReport && <Fields draft={draft} reports={reports} />}
        <SubmitBar draft={draft} written={written} checkComplete={checkComplete} />
      </div>
    </FormProvider>
  )
}

function Fields({ draft, reports }: Props) {
  const { t } = useTexts('reports')
  const last = useMemo(() => lastValuesOf(reports, draft.periodStart), [reports, draft.periodStart])
  const earlier = useMemo(() => earlierReports(reports, draft.periodStart), [reports, draft.periodStart])
  return (
    <>
      <LastReport report={earlier.at(-1)} />
      <HealthField />
      <ProgressField />
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

const earlierReports = (reports: readonly Report[], before: string): Report[] =>
  reports
    .filter((report) => report.state === 'accepted' && report.periodEnd < before)
    .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1))

const figuresOf = (reports: readonly Report[], indicatorId: string): (number | null)[] =>
  reports.map(({ submissions }) => {
    const value = submissions.at(-1)?.content.values[indicatorId]
    return value ? figureOf(value) : null
  })

/** What is missing is said once somebody has tried to hand in, and then follows what is typed. */
function useForm(draft: Draft, reports: readonly Report[], written: FormContext['draft']) {
  const { t } = useTexts('reports', 'indicators')
  const { lookup } = usePeople()
  const [isTried, setTried] = useState(false)
  const lacks = lacksOf(written.content, draft.indicators)
  const submission = reports.find(({ id }) => id === draft.id)?.submissions.at(-1)
  const problemOf = (field: FieldKey): string | undefined => {
    const lack = isTried ? lacks.find((one) => one.field === field) : undefined
    if (!lack) return undefined
    return lack.problem === 'missing' ? t('reports:fieldRequired') : t(`indicators:${lack.problem}`)
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
      comments: submission?.returnedAt ? submission.comments : [],
      reviewer: lookup(submission?.returnedBy ?? '').name,
      problemOf,
    },
    checkComplete,
  }
}
