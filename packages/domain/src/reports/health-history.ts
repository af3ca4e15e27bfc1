import type { Health } from '../rollouts/rollouts.ts'
import type { Report } from './reports.ts'

/** How a rollout went in a period, as its accepted report says; `progress` in per cent. */
export type HealthPoint = {
  readonly reportId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly health: Health
  readonly progress: number | null
}

/** The last `count` accepted reports that say how it goes, oldest first: "nothing to report" says nothing new. */
export function healthHistoryOf(
  reports: readonly Pick<Report, 'id' | 'state' | 'periodStart' | 'periodEnd' | 'submissions'>[],
  count: number,
): HealthPoint[] {
  return reports
    .filter(({ state }) => state === 'accepted')
    .toSorted((a, b) => (a.periodStart < b.periodStart ? -1 : 1))
    .flatMap(({ id: reportId, periodStart, periodEnd, submissions }) => {
      const { health = null, progress = null } = submissions.at(-1)?.content ?? {}
      return health === null ? [] : [{ reportId, periodStart, periodEnd, health, progress }]
    })
    .slice(-count)
}
