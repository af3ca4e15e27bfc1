import type { Indicator } from '@kolo/domain/indicators/indicators'
import { categoriesOf } from '@kolo/domain/indicators/breakdown'
import { figureOf } from '@kolo/domain/indicators/values'
import { targetInForce } from '@kolo/domain/targets/targets'
import {
  categoryName,
  factText,
  indicatorName,
  municipalityName,
  type Rendition,
  systemName,
  type Translate,
  unitName,
} from '@kolo/i18n'
import type { ExportedReport } from '../../features/reports/exported-reports.ts'
import type { Cell, Sheet } from './sheet.ts'

/** Catalogs that the tables speak from. */
export const sheetCatalogs = ['core', 'exports', 'indicators', 'reports', 'rollouts', 'systems'] as const

/** What tables of reports are written in, and from; `reports` begins anew each time. */
export type ReportSource = {
  readonly t: Translate<(typeof sheetCatalogs)[number]>
  readonly rendition: Rendition
  readonly publicUrl: string
  reports(): AsyncIterable<readonly ExportedReport[]>
}

type Column = { readonly title: string; readonly width: number; cell(report: ExportedReport): Cell }

const day = (moment: string | null): Cell => (moment === null ? null : { day: moment.slice(0, 10) })

/** What says which report a row is about. */
function aboutReport({ t, rendition }: ReportSource): readonly Column[] {
  return [
    { title: t('exports:country'), width: 8, cell: ({ country }) => country },
    { title: t('exports:municipalityCode'), width: 10, cell: ({ municipalityCode }) => municipalityCode },
    {
      title: t('exports:municipality'),
      width: 22,
      cell: ({ municipality }) => municipalityName(rendition, municipality),
    },
    { title: t('exports:system'), width: 28, cell: ({ system }) => systemName(t, system) },
    { title: t('exports:periodStart'), width: 12, cell: ({ periodStart }) => ({ day: periodStart }) },
    { title: t('exports:periodEnd'), width: 12, cell: ({ periodEnd }) => ({ day: periodEnd }) },
  ]
}

/** One row for each report that was asked for. */
export function reportsSheet(source: ReportSource): Sheet {
  const { t, publicUrl } = source
  const yesOrNo = (said: boolean | null): Cell => (said === null ? null : t(said ? 'core:yes' : 'core:no'))
  const columns: readonly Column[] = [
    ...aboutReport(source),
    { title: t('exports:dueOn'), width: 12, cell: ({ dueOn }) => ({ day: dueOn }) },
    { title: t('exports:state'), width: 14, cell: ({ state }) => t(`reports:${state}`) },
    { title: t('exports:firstSubmitted'), width: 12, cell: ({ firstSubmittedAt }) => day(firstSubmittedAt) },
    { title: t('exports:accepted'), width: 12, cell: ({ acceptedAt }) => day(acceptedAt) },
    { title: t('exports:inTime'), width: 9, cell: ({ inTime }) => yesOrNo(inTime) },
    {
      title: t('exports:nothingToReport'),
      width: 12,
      cell: ({ content }) => yesOrNo(content?.nothingToReport ?? null),
    },
    {
      title: t('reports:health'),
      width: 12,
      cell: ({ content }) => (content?.health ? t(`rollouts:${content.health}`) : null),
    },
    { title: t('reports:progress'), width: 10, cell: ({ content }) => content?.progress ?? null },
    {
      title: t('reports:recorded'),
      width: 40,
      cell: ({ content }) => content && (content.facts ?? []).map((fact) => factText(t, fact)).join('\n'),
    },
    { title: t('reports:done'), width: 40, cell: ({ content }) => content?.done ?? null },
    { title: t('reports:blockedBy'), width: 40, cell: ({ content }) => content?.blockedBy ?? null },
    { title: t('reports:helpNeeded'), width: 40, cell: ({ content }) => content?.helpNeeded ?? null },
    { title: t('reports:nextSteps'), width: 40, cell: ({ content }) => content?.nextSteps ?? null },
    {
      title: t('exports:evidence'),
      width: 30,
      cell: ({ content }) => content && (content.attachments ?? []).map(({ name }) => name).join('\n'),
    },
    {
      title: t('exports:address'),
      width: 30,
      cell: ({ spaceId, reportId }) => (spaceId === null ? null : `${publicUrl}/spaces/${spaceId}/reports/${reportId}`),
    },
  ]
  return sheetOf(t('exports:reports'), columns, source, (report) => [columns.map(({ cell }) => cell(report))])
}

const valueColumns = [
  ['key', 20],
  ['indicator', 36],
  ['unit', 14],
  ['status', 16],
  ['value', 10],
  ['numerator', 10],
  ['denominator', 10],
  ['weight', 10],
  ['baseline', 10],
  ['baselineOn', 12],
  ['baselineSource', 30],
  ['target', 10],
  ['targetOn', 12],
] as const

/** One row for each value that was asked for in a report that was handed in: missing is told from zero, and both from nothing. */
export function valuesSheet(source: ReportSource): Sheet {
  const { t } = source
  const about = aboutReport(source)
  const columns = [
    ...about,
    ...valueColumns.map(([name, width]) => ({ title: t(`exports:${name}`), width })),
    { title: t('exports:source'), width: 30 },
    { title: t('reports:why'), width: 40 },
  ]
  return sheetOf(t('exports:values'), columns, source, (report) =>
    report.content === null
      ? []
      : report.indicators.map((indicator) => [
          ...about.map(({ cell }) => cell(report)),
          ...valueCells(t, report, indicator),
        ]),
  )
}

function valueCells(t: ReportSource['t'], report: ExportedReport, indicator: Indicator): Cell[] {
  const { content } = report
  const value = content?.values[indicator.id]
  const missing = content?.nothingToReport ? t('exports:nothingToReport') : t('exports:missing')
  return [
    indicator.key,
    indicatorName(t, indicator),
    unitName(t, indicator),
    value ? t('exports:reported') : missing,
    value && 'text' in value ? value.text : value ? figureOf(value) : null,
    value && 'numerator' in value ? value.numerator : null,
    value && 'denominator' in value ? value.denominator : null,
    value && 'weight' in value ? value.weight : null,
    ...targetCells(report, indicator.id),
    content?.sources?.[indicator.id] ?? null,
    content?.notes?.[indicator.id] ?? null,
  ]
}

/** One row for each part of a value that was taken apart, apart from the values: nobody adds parts to their own totals. */
export function partsSheet(source: ReportSource): Sheet {
  const { t } = source
  const about = aboutReport(source)
  const columns = [...about, ...partColumns.map(([name, width]) => ({ title: t(`exports:${name}`), width }))]
  return sheetOf(t('exports:parts'), columns, source, (report) =>
    report.indicators.flatMap((indicator) =>
      partsOf(report, indicator).map(({ category, value }) => [
        ...about.map(({ cell }) => cell(report)),
        indicator.key,
        indicatorName(t, indicator),
        unitName(t, indicator),
        categoryName(t, indicator.breakdown ?? category),
        category.key,
        categoryName(t, category),
        figureOf(value),
        'numerator' in value ? value.numerator : null,
        'numerator' in value ? value.denominator : null,
      ]),
    ),
  )
}

const partColumns = [
  ['key', 20],
  ['indicator', 36],
  ['unit', 14],
  ['breakdown', 20],
  ['categoryKey', 16],
  ['category', 20],
  ['value', 10],
  ['numerator', 10],
  ['denominator', 10],
] as const

function partsOf({ content }: ExportedReport, { id, breakdown }: Indicator) {
  const parts = content?.parts?.[id] ?? {}
  return (breakdown ? categoriesOf(breakdown) : []).flatMap((category) => {
    const value = parts[category.key]
    return value ? [{ category, value }] : []
  })
}

/** What the value is measured against: the baseline, and the target in force for the report's period. */
function targetCells({ targets, periodEnd }: ExportedReport, indicatorId: string): Cell[] {
  const plan = targets[indicatorId]
  const baseline = plan?.baseline
  const target = targetInForce(plan?.targets ?? [], periodEnd)
  return [
    baseline?.figure ?? null,
    baseline ? { day: baseline.on } : null,
    baseline?.source ?? null,
    target?.figure ?? null,
    target ? { day: target.on } : null,
  ]
}

function sheetOf(
  name: string,
  columns: Sheet['columns'],
  { reports }: ReportSource,
  rowsOf: (report: ExportedReport) => readonly (readonly Cell[])[],
): Sheet {
  return {
    name,
    columns,
    async *pages() {
      for await (const page of reports()) yield page.flatMap(rowsOf)
    },
  }
}
