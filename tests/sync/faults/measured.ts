import { expect } from 'vitest'

/**
 * Prints how long something took. Where `bound` names a variable that is set, as in `npm run test:faults`, each has to keep
 * within its milliseconds; elsewhere a busy machine may take its time.
 */
export function expectWithin(bound: string, what: string, took: readonly number[]): void {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number): string =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(0)} ms`
  process.stdout.write(`${what}: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}, of ${took.length}\n`)
  const most = process.env[bound]
  if (most !== undefined) expect(Math.max(...took), what).toBeLessThanOrEqual(Number(most))
}
