import type { Indicator } from '@kolo/domain/indicators/indicators'
import type { FieldChange } from '@kolo/domain/reports/report-content'
import type { Health } from '@kolo/domain/rollouts/rollouts'
import { addDays } from '@kolo/domain/core/days'
import { chooseIndicators } from '../features/indicators/commands/choose-indicators.ts'
import { allIndicators } from '../features/indicators/indicators.queries.ts'
import { importIndicators } from '../features/indicators/commands/import-indicators.ts'
import { openReport } from '../features/reports/commands/open-report.ts'
import { acceptReport } from '../features/reports/commands/review-report.ts'
import { saveDraft } from '../features/reports/commands/save-draft.ts'
import { submitReport } from '../features/reports/commands/submit-report.ts'
import { setTarget } from '../features/targets/commands/set-target.ts'
import { dayFrom, type DemoHub, demoId, momentOf } from './demo-hub.ts'
import { indicatorRows } from './indicator-rows.ts'
import type { DemoNetwork } from './load-network.ts'
import { type PlacedRollout, placedRollouts, rolloutsBegan } from './load-rollouts.ts'
import { demoReports } from './reports.ts'

/** The catalogue of indicators, and three months of reports of each rollout: two accepted, one that is due. */
export async function planReports(demo: DemoHub, network: DemoNetwork, indicators: string): Promise<void> {
  const rows = indicatorRows(indicators)
  await demo.run('indicators', 'system', importIndicators, { spaceId: network.networkSpaceId, rows })
  const catalogue = await allIndicators(demo.hub.kernel.reads)
  const byKey = new Map(catalogue.map((row) => [row.key, row]))
  for (const rollout of placedRollouts()) {
    const asked = rollout.indicators.map((key) => {
      const indicator = byKey.get(key)
      if (!indicator) throw new Error(`The demo asks for the indicator ${key}, which the data doesn't have.`)
      return indicator
    })
    const chosen = {
      spaceId: demoId(`rollout space ${rollout.name}`),
      rolloutId: demoId(`rollout ${rollout.name}`),
      indicatorIds: asked.map(({ id }) => id),
    }
    demo.plan(momentOf(dayFrom(demo, rolloutsBegan), 240), () =>
      demo.run(`indicators ${rollout.name}`, 'coordinator', chooseIndicators, chosen),
    )
    planTargets(demo, rollout, asked)
    planMonths(demo, rollout, asked)
  }
}

type Asked = Pick<Indicator, 'id' | 'kind' | 'breakdown'>
const months = [3, 2, 1] as const

function planMonths(demo: DemoHub, rollout: PlacedRollout, asked: readonly Asked[]): void {
  const spaceId = demoId(`rollout space ${rollout.name}`)
  const municipalitySpaceId = demoId(`municipality space ${rollout.municipality}`)
  const officer = Object.values(rollout.place.seats)[0] ?? 'coordinator'
  for (const [index, ago] of months.entries()) {
    const name = `report ${rollout.name} ${ago}`
    const reportId = demoId(name)
    const submissionId = demoId(`submission ${name}`)
    const period = monthBefore(demo.today, ago)
    const dueOn = dueDay(demo.today, ago, period.periodEnd, demoReports[rollout.name].dueIn)
    const opening = { spaceId, reportId, rolloutId: demoId(`rollout ${rollout.name}`), ...period, dueOn }
    const opened = [addDays(period.periodEnd, -3), dayFrom(demo, rolloutsBegan + 1)].toSorted().at(-1) ?? ''
    demo.plan(momentOf(opened), () => demo.run(`open ${name}`, 'coordinator', openReport, opening))
    const said = demoReports[rollout.name].months[index]
    if (!said) continue
    const changes = changesOf(said, asked, index)
    const own = { spaceId: municipalitySpaceId, reportId }
    // In time, and read some days later; what is due only now was handed in yesterday.
    const handedIn = ago === 1 ? dayFrom(demo, -1) : addDays(dueOn, -2)
    demo.plan(momentOf(handedIn, 80), () => demo.run(`save ${name}`, officer, saveDraft, { ...own, changes }))
    demo.plan(momentOf(handedIn, 95), () => demo.run(`submit ${name}`, officer, submitReport, { ...own, submissionId }))
    if (ago !== 1)
      demo.plan(momentOf(dueOn, 200), () =>
        demo.run(`accept ${name}`, 'coordinator', acceptReport, { spaceId, reportId, submissionId }),
      )
  }
}

/** What is a part of a whole is to grow: measured as the rollout began, with a target that has passed and one that is due. */
function planTargets(demo: DemoHub, rollout: PlacedRollout, asked: readonly Asked[]): void {
  const began = dayFrom(demo, rolloutsBegan)
  const baseline = { figure: 40, on: began, source: 'Interview at the first visit' }
  const targets = [
    { on: dayFrom(demo, -45), figure: 60 },
    { on: dayFrom(demo, 120), figure: 85 },
  ]
  for (const { id: indicatorId } of asked.filter(({ kind }) => kind === 'ratio')) {
    const input = {
      spaceId: demoId(`rollout space ${rollout.name}`),
      rolloutId: demoId(`rollout ${rollout.name}`),
      indicatorId,
      plan: { baseline, targets },
    }
    demo.plan(momentOf(began, 260), () =>
      demo.run(`targets ${rollout.name} ${indicatorId}`, 'coordinator', setTarget, input),
    )
  }
}

/** A week after the period; the newest as the story wants it, but never before its period has ended. */
function dueDay(today: string, ago: number, periodEnd: string, dueIn: number): string {
  if (ago !== 1) return addDays(periodEnd, 7)
  const day = addDays(today, dueIn)
  return day < periodEnd ? periodEnd : day
}

/** The first and the last day of the month that lies `count` months back. */
function monthBefore(today: string, count: number): { periodStart: string; periodEnd: string } {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const start = new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10)
  const next = new Date(Date.UTC(year, month - count, 1)).toISOString().slice(0, 10)
  return { periodStart: start, periodEnd: addDays(next, -1) }
}

function changesOf(
  said: { readonly health: Health; readonly progress: number; readonly done: string; readonly blockedBy?: string },
  asked: readonly Asked[],
  index: number,
): FieldChange[] {
  const base = null
  return [
    { field: 'health', value: said.health, base },
    { field: 'progress', value: said.progress, base },
    { field: 'done', value: said.done, base },
    ...(said.blockedBy ? [{ field: 'blockedBy' as const, value: said.blockedBy, base }] : []),
    ...asked.flatMap(({ id: indicatorId, kind, breakdown }, position): FieldChange[] => {
      const value = valueOf(kind, index, position)
      if (!breakdown) return [{ field: 'indicator', indicatorId, value, base }]
      return breakdown.categories.map(({ key: part }) => ({ field: 'part', indicatorId, part, value, base }))
    }),
  ]
}

/** Figures that grow from month to month, in the shape that the kind asks for. */
function valueOf(kind: string, index: number, position: number): Extract<FieldChange, { field: 'indicator' }>['value'] {
  const step = index + position
  if (kind === 'ratio') return { numerator: 110 + 29 * step, denominator: 180 + 22 * step }
  if (kind === 'weighted') return { value: 3 + step / 4, weight: 40 + 10 * step }
  if (kind === 'boolean') return { value: index === 0 ? 0 : 1 }
  return { value: 4 + 3 * step }
}
