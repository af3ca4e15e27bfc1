import type { ReactElement } from 'react'
import { createElement as h } from 'react'
import type { Palette } from './palette.ts'
import { screenPalette } from './palette.ts'

/** `values` from old to new at equal distances, null where none was reported; `label` says what is shown, with its figures. */
export type SparklineProps = {
  readonly values: readonly (number | null)[]
  readonly label: string
  /** What was to be reached, one for each value; null where nothing was. */
  readonly targets?: readonly (number | null)[]
  /** The figures between which several drawings can be compared; without it, those of this one. */
  readonly range?: readonly [number, number] | undefined
  readonly width?: number
  readonly height?: number
  readonly palette?: Palette
}

type Point = { readonly x: number; readonly y: number }
const inset = 4

/** An indicator over time with its targets as dashed steps. A missing value leaves a gap: it isn't zero. */
export function Sparkline(props: SparklineProps): ReactElement {
  const { values, label, targets = [], range, width = 120, height = 32, palette = screenPalette } = props
  const yOf = scaleOf(range ?? [...values, ...targets], height)
  const stride = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0
  const points = values.map((value, index) =>
    value === null ? null : { x: round(inset + index * stride), y: yOf(value) },
  )
  const last = points.findLast((point) => point !== null)
  const line = {
    fill: 'none',
    stroke: palette.line,
    strokeWidth: 1.5,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const
  return h(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
    targets.some((target) => target !== null) &&
      h('path', {
        d: stepsOf(targets, { yOf, stride, width }),
        fill: 'none',
        stroke: palette.target,
        strokeWidth: 1,
        strokeDasharray: '3 3',
        'data-part': 'target',
      }),
    runsOf(points).map((run) => h('path', { key: run[0]?.x, d: pathOf(run), ...line })),
    last && h('circle', { cx: last.x, cy: last.y, r: 2.5, fill: palette.line }),
  )
}

type Place = { readonly yOf: (value: number) => number; readonly stride: number; readonly width: number }

/** Each target as wide as its period: from half-way to the one before to half-way to the next. */
function stepsOf(targets: readonly (number | null)[], { yOf, stride, width }: Place): string {
  const edgeOf = (index: number): number => Math.min(width, Math.max(0, round(inset + (index - 0.5) * stride)))
  return targets
    .flatMap((target, index) => {
      if (target === null) return []
      const from = index === 0 ? 0 : edgeOf(index)
      const to = index === targets.length - 1 ? width : edgeOf(index + 1)
      return [`M${from},${yOf(target)}H${to}`]
    })
    .join('')
}

/** Stretches from the smallest to the largest value, targets included; a single level lies in the middle. */
function scaleOf(values: readonly (number | null)[], height: number): (value: number) => number {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  return (value) =>
    round(high === low ? height / 2 : height - inset - ((value - low) / (high - low)) * (height - 2 * inset))
}

/** The stretches of points between gaps. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = []
  let previous: Point | null = null
  for (const point of points) {
    if (point && previous) runs.at(-1)?.push(point)
    else if (point) runs.push([point])
    previous = point
  }
  return runs
}

/** A lonely point is drawn as a dot, by a line of no length with round ends. */
function pathOf(run: readonly Point[]): string {
  const [first, ...others] = run.map(({ x, y }) => `${x},${y}`)
  return `M${first}${others.length > 0 ? others.map((point) => `L${point}`).join('') : 'h0'}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
