import type { ReactElement } from 'react'
import { createElement as h } from 'react'
import type { Health } from './health.ts'
import type { Palette } from './palette.ts'
import { screenPalette } from './palette.ts'

/** One mark at a place of a larger drawing: colour and shape both tell the health, so that either suffices. */
export function healthShape(health: Health, x: number, y: number, radius: number, palette: Palette): ReactElement {
  const fill = palette[health]
  const edge = { stroke: palette.surface, strokeWidth: 1 }
  switch (health) {
    case 'onTrack':
      return h('circle', { cx: x, cy: y, r: radius, fill, ...edge })
    case 'atRisk':
      return h('path', { d: triangle(x, y, radius * 1.2), fill, ...edge })
    case 'offTrack':
      return h('path', { d: diamond(x, y, radius * 1.25), fill, ...edge })
    case 'none':
      return h('circle', { cx: x, cy: y, r: radius * 0.55, fill: palette.surface, stroke: fill, strokeWidth: 1.25 })
  }
}

/** `size` in pixels; `label` names it for those who don't see it, without one it is decoration beside a text. */
export type HealthMarkProps = {
  readonly health: Health
  readonly size?: number
  readonly label?: string
  readonly palette?: Palette
}

/** The sign of a health: circle, triangle, diamond or hollow dot. */
export function HealthMark({ health, size = 12, label, palette = screenPalette }: HealthMarkProps): ReactElement {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return h(
    'svg',
    { viewBox: '0 0 12 12', width: size, height: size, focusable: false, ...naming },
    healthShape(health, 6, 6, 4.4, palette),
  )
}

function triangle(x: number, y: number, radius: number): string {
  return `M${x},${round(y - radius)}L${round(x + radius * 0.95)},${round(y + radius * 0.75)}H${round(x - radius * 0.95)}Z`
}

function diamond(x: number, y: number, radius: number): string {
  return `M${x},${round(y - radius)}L${round(x + radius)},${y}L${x},${round(y + radius)}L${round(x - radius)},${y}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
