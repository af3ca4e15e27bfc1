import { factKey } from '@kolo/domain/reports/facts'
import { factText, indicatorName } from '@kolo/i18n'
import type { IndicatorValue } from '@kolo/domain/indicators/values'
import { type Content, type FieldKey, indicatorField, textFields } from '@kolo/domain/reports/report-content'
import type { Assignment, ReviewComment } from '@kolo/domain/reports/reports'
import { Badge, HealthBadge, Notice, ProgressBar } from '@kolo/ui'
import type { ReactNode } from 'react'
import { Attachment } from '../../lib/attachments.tsx'
import { valueText } from '../../lib/indicator-texts.ts'
import { PartsText } from '../../lib/parts-text.tsx'
import { useTexts } from '../../lib/texts.tsx'

type Props = {
  readonly assignment: Pick<Assignment, 'indicators'>
  readonly content: Content
  /** The submission before: what differs from it is marked. */
  readonly before?: Content | undefined
  readonly comments?: readonly ReviewComment[]
  /** `names`: for whoever may not open the files themselves. */
  readonly filesAs?: 'links' | 'names'
  /** What a reviewer finds at each field. */
  readonly atField?: ((field: FieldKey) => ReactNode) | undefined
}

/** What a report says, field by field, to be read. */
export function ContentView({ assignment, content, before, comments = [], filesAs = 'links', atField }: Props) {
  const { t, format } = useTexts('reports', 'rollouts', 'indicators', 'core')
  const shared = { comments, atField }
  if (content.nothingToReport) {
    return (
      <ReadField field="nothingToReport" label={t('reports:nothingToReport')} {...shared}>
        {t('reports:nothingToReportAbout')}
      </ReadField>
    )
  }
  const differs = (field: 'health' | 'progress' | (typeof textFields)[number]) =>
    before !== undefined && before[field] !== content[field]
  return (
    <div className="flex flex-col gap-4">
      <ReadField field="health" label={t('reports:health')} isChanged={differs('health')} {...shared}>
        {content.health ? (
          <HealthBadge health={content.health} label={t(`rollouts:${content.health}`)} className="w-fit" />
        ) : (
          <NotAnswered />
        )}
      </ReadField>
      <ReadField field="progress" label={t('reports:progress')} isChanged={differs('progress')} {...shared}>
        {content.progress === null ? (
          <NotAnswered />
        ) : (
          <ProgressBar
            label={t('reports:progress')}
            isLabelHidden
            value={content.progress}
            className="flex max-w-64 flex-col gap-1"
          />
        )}
        {content.progress !== null && <span className="tabular-nums">{format.percent(content.progress / 100)}</span>}
      </ReadField>
      {(content.facts || before?.facts) && (
        <ReadField
          field="facts"
          label={t('reports:recorded')}
          isChanged={before !== undefined && !sameFacts(before.facts, content.facts)}
          {...shared}
        >
          <ul className="flex max-w-prose list-disc flex-col gap-0.5 pl-5">
            {(content.facts ?? []).map((fact) => (
              <li key={factKey(fact)} className="wrap-anywhere">
                {factText(t, fact)} <span className="text-sm text-muted">{format.date(fact.on, 'short')}</span>
              </li>
            ))}
          </ul>
        </ReadField>
      )}
      {textFields.map((field) => (
        <ReadField key={field} field={field} label={t(`reports:${field}`)} isChanged={differs(field)} {...shared}>
          {content[field].trim() === '' ? (
            <NotAnswered />
          ) : (
            <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{content[field]}</p>
          )}
        </ReadField>
      ))}
      {(content.attachments || before?.attachments) && (
        <ReadField
          field="attachments"
          label={t('reports:attachments')}
          isChanged={before !== undefined && !sameFiles(before.attachments, content.attachments)}
          {...shared}
        >
          {content.attachments ? (
            <ul aria-label={t('reports:attachments')} className="flex flex-wrap gap-2">
              {content.attachments.map((file) => (
                <li key={file.id} className="max-w-full min-w-0">
                  {filesAs === 'links' ? (
                    <Attachment file={file} />
                  ) : (
                    <span className="wrap-anywhere">{file.name}</span>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <NotAnswered />
          )}
        </ReadField>
      )}
      {assignment.indicators.map((indicator) => {
        const value = content.values[indicator.id]
        return (
          <ReadField
            key={indicator.id}
            field={indicatorField(indicator.id)}
            label={indicatorName(t, indicator)}
            isChanged={
              before !== undefined &&
              (!sameValue(before.values[indicator.id], value) ||
                before.notes?.[indicator.id] !== content.notes?.[indicator.id] ||
                before.sources?.[indicator.id] !== content.sources?.[indicator.id] ||
                JSON.stringify(before.parts?.[indicator.id]) !== JSON.stringify(content.parts?.[indicator.id]))
            }
            {...shared}
          >
            {value ? (
              <span className="wrap-anywhere tabular-nums">{valueText(t, format, indicator, value)}</span>
            ) : (
              <NotAnswered text={t('indicators:missing')} />
            )}
            <PartsText indicator={indicator} parts={content.parts?.[indicator.id] ?? {}} />
            {content.sources?.[indicator.id] && (
              <p className="text-sm wrap-anywhere text-muted">
                {t('indicators:sourceOf', { source: content.sources[indicator.id] ?? '' })}
              </p>
            )}
            {content.notes?.[indicator.id] && (
              <p className="max-w-prose border-l-2 border-attention pl-3 whitespace-pre-wrap wrap-anywhere">
                {content.notes[indicator.id]}
              </p>
            )}
          </ReadField>
        )
      })}
    </div>
  )
}

const sameFiles = (a: Content['attachments'] = [], b: Content['attachments'] = []): boolean =>
  a.map(({ id }) => id).join() === b.map(({ id }) => id).join()

const sameFacts = (a: Content['facts'] = [], b: Content['facts'] = []): boolean =>
  a.map(factKey).join() === b.map(factKey).join()

const sameValue = (a: IndicatorValue | undefined, b: IndicatorValue | undefined): boolean =>
  JSON.stringify(Object.values(a ?? {})) === JSON.stringify(Object.values(b ?? {}))

function NotAnswered({ text }: { text?: string }) {
  const { t } = useTexts('reports')
  return <span className="text-muted">{text ?? t('reports:notAnswered')}</span>
}

type ReadFieldProps = Pick<Props, 'comments' | 'atField'> & {
  readonly field: FieldKey | 'facts'
  readonly label: string
  readonly isChanged?: boolean
  readonly children: ReactNode
}

function ReadField({ field, label, isChanged = false, comments = [], atField, children }: ReadFieldProps) {
  const { t } = useTexts('reports')
  return (
    <div role="group" aria-label={label} className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-sm font-medium text-muted">{label}</h3>
        {isChanged && <Badge tone="action">{t('reports:changedSince')}</Badge>}
      </div>
      {children}
      {comments
        .filter((comment) => comment.field === field)
        .map(({ id, body }) => (
          <Notice key={id} tone="attention">
            <p className="whitespace-pre-wrap">{body}</p>
          </Notice>
        ))}
      {field !== 'facts' && atField?.(field)}
    </div>
  )
}
