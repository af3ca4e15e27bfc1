import { type Figure, lineOf, medians } from './figures.ts'
import type { Row } from './row.ts'
import { verdictOf } from './verdicts.ts'

/** What was measured: for each row its rounds. */
export type Measured = ReadonlyMap<Row, readonly (readonly Figure[])[]>

/** The table as text; `before`: the same with less data, for the exponents. */
export function tableOf(measured: Measured, before?: { readonly measured: Measured; readonly factor: number }): string {
  const lines = [`  ${''.padEnd(44)} ${'hub'.padEnd(22)} ${'floor'.padEnd(22)} (p50 / p95 / p99)`]
  for (const [row, rounds] of measured) {
    lines.push(`${row.id} ${row.title} (target: ${row.target})`)
    const small = medians(before?.measured.get(row) ?? [])
    for (const figure of medians(rounds)) {
      const same = small.find(({ label }) => label === figure.label)
      lines.push(`${lineOf(figure)}${same && before ? growthOf(same, figure, before.factor) : ''}`)
    }
  }
  return lines.join('\n')
}

/** For each row whether its target was met. */
export const verdictsOn = (measured: Measured): string =>
  [...measured].map(([row, rounds]) => verdictOf(row, medians(rounds))).join('\n')

/** How a cost grows with the data, as the exponent of their ratio: 0 is flat, 1 is as fast as the data. */
function growthOf(small: Figure, large: Figure, factor: number): string {
  if (large.unit === '') return ''
  const exponent = (which: 'hub' | 'floor'): string => {
    const [from, to] = [costOf(small, which), costOf(large, which)]
    return from === undefined || to === undefined ? '–' : (Math.log(to / from) / Math.log(factor)).toFixed(2)
  }
  return `  exponent ${exponent('hub')}, floor ${exponent('floor')}`
}

/** What one thing costs: of a rate, its inverse. */
function costOf(figure: Figure, which: 'hub' | 'floor'): number | undefined {
  const side = figure[which]
  if (side === undefined) return undefined
  const value = typeof side === 'number' ? side : side.p50
  return figure.unit === '1/s' ? 1 / value : value
}
