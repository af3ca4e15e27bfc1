/** How a quantity was spread over many tries, in the unit of the row. */
export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number }

/** One line of a row in one round: the hub beside its floor. `ratio` is hub ÷ floor, as the row's target reads it. */
export type Figure = {
  readonly label: string
  readonly unit: string
  readonly hub: Spread | number
  readonly floor?: Spread | number
  readonly ratio?: number
}

/** The value below which a share of the sample lies. */
function quantile(sample: readonly number[], share: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const spreadOf = (sample: readonly number[]): Spread => ({
  p50: quantile(sample, 0.5),
  p95: quantile(sample, 0.95),
  p99: quantile(sample, 0.99),
})

/** A figure of two samples, whose ratio is that of the medians. */
export function compared(label: string, unit: string, hub: readonly number[], floor: readonly number[]): Figure {
  const [ours, theirs] = [spreadOf(hub), spreadOf(floor)]
  return { label, unit, hub: ours, floor: theirs, ratio: ours.p50 / theirs.p50 }
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

function medianOf(values: readonly (Spread | number | undefined)[]): Spread | number | undefined {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return undefined
  const spreads = known.filter((value): value is Spread => typeof value !== 'number')
  if (spreads.length === 0) return median(known as number[])
  return {
    p50: median(spreads.map(({ p50 }) => p50)),
    p95: median(spreads.map(({ p95 }) => p95)),
    p99: median(spreads.map(({ p99 }) => p99)),
  }
}

/** The rounds of a row, line by line: medians of the rounds, the ratio too. */
export function medians(rounds: readonly (readonly Figure[])[]): Figure[] {
  return (rounds[0] ?? []).map(({ label, unit }) => {
    const same = rounds.flatMap((figures) => figures.filter((figure) => figure.label === label))
    const floor = medianOf(same.map((figure) => figure.floor))
    const ratios = same.flatMap(({ ratio }) => (ratio === undefined ? [] : [ratio]))
    return {
      label,
      unit,
      hub: medianOf(same.map((figure) => figure.hub)) ?? Number.NaN,
      ...(floor === undefined ? {} : { floor }),
      ...(ratios.length === 0 ? {} : { ratio: median(ratios) }),
    }
  })
}

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
const shown = (value: Spread | number | undefined): string => {
  if (value === undefined) return '–'
  return typeof value === 'number' ? short(value) : `${short(value.p50)} / ${short(value.p95)} / ${short(value.p99)}`
}

/** A figure as a line of the table. */
export function lineOf({ label, unit, hub, floor, ratio }: Figure): string {
  const columns = [label.padEnd(44), shown(hub).padEnd(22), shown(floor).padEnd(22), unit.padEnd(6)]
  return `  ${columns.join(' ')}${ratio === undefined ? '' : ` × ${ratio.toFixed(2)}`}`
}
