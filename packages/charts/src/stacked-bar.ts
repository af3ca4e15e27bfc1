import type { ReactElement } from 'react'
import { createElement as h } from 'react'
import type { Health } from './health.ts'
import type { Palette } from './palette.ts'
import { screenPalette } from './palette.ts'

/** A share of the whole: how many, what they are called, and their health as colour and pattern. */
export type Share = { readonly health: Health; readonly label: string; readonly count: number }

/** `label` says what is distributed; `width` and `height` in pixels. */
export type StackedBarProps = {
  readonly shares: readonly Share[]
  readonly label: string
  readonly width?: number
  readonly height?: number
  readonly palette?: Palette
}

/** A distribution over healths as one bar; shares of zero take no room, an empty whole shows an empty track. */
export function StackedBar({
  shares,
  label,
  width = 240,
  height = 12,
  palette = screenPalette,
}: StackedBarProps): ReactElement {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  const figures = shares.map((share) => `${share.label}: ${share.count}`).join(', ')
  let x = 0
  const segments = shares
    .filter(({ count }) => count > 0)
    .map((share) => {
      const from = x
      x += (share.count / total) * width
      return { ...share, x: round(from), width: round(x) - round(from) }
    })
  return h(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': `${label}. ${figures}` },
    h('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: 'none', stroke: palette.border }),
    segments.map((segment) =>
      h(
        'rect',
        {
          key: segment.health,
          x: segment.x,
          width: round(segment.width),
          height,
          fill: palette[segment.health],
          stroke: palette.surface,
        },
        h('title', null, `${segment.label}: ${segment.count}`),
      ),
    ),
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
