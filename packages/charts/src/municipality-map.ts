import type { ReactElement, ReactNode } from 'react'
import { createElement as h } from 'react'
import type { Health } from './health.ts'
import { healths } from './health.ts'
import { healthShape } from './health-mark.ts'
import { panels } from './outlines.ts'
import type { Palette } from './palette.ts'
import { screenPalette } from './palette.ts'
import type { Panel } from './projection.ts'
import { isOn, project } from './projection.ts'

/** A municipality on the map: degrees north and east, its name, and its health now. */
export type MapPoint = {
  readonly id: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly health: Health
}

/** Texts of the map, translated by the caller. */
export type MapLabels = {
  readonly westernBalkans: string
  readonly georgia: string
  /** What a point is called, for instance `Inđija: on track`. */
  point(point: MapPoint): string
}

/**
 * `table` is the same content as a list that the keyboard reaches; the points themselves are for the pointer.
 * Points outside of both panels aren't drawn and appear only there.
 */
export type MunicipalityMapProps = {
  readonly points: readonly MapPoint[]
  readonly labels: MapLabels
  readonly table?: ReactNode
  readonly selectedId?: string | undefined
  readonly onSelect?: (id: string) => void
  readonly className?: string
  readonly palette?: Palette
}

/** Serbia and Montenegro on one panel, Georgia on another, with a mark per municipality. */
export function MunicipalityMap(props: MunicipalityMapProps): ReactElement {
  const { labels, table, className } = props
  return h(
    'div',
    { className },
    h(MapPanel, { ...props, panel: panels.westernBalkans, title: labels.westernBalkans }),
    h(MapPanel, { ...props, panel: panels.georgia, title: labels.georgia }),
    table,
  )
}

type MapPanelProps = MunicipalityMapProps & { readonly panel: Panel; readonly title: string }

function MapPanel({ panel, title, points, palette = screenPalette, ...rest }: MapPanelProps): ReactElement {
  const shown = points
    .filter(({ longitude, latitude }) => isOn(panel, longitude, latitude))
    .toSorted((a, b) => healths.indexOf(a.health) - healths.indexOf(b.health))
  const border = { stroke: palette.border, strokeWidth: 0.75, strokeLinejoin: 'round' as const }
  return h(
    'svg',
    {
      viewBox: `0 0 ${panel.width} ${panel.height}`,
      role: 'group',
      'aria-label': title,
      preserveAspectRatio: 'xMidYMid',
    },
    h('path', { d: panel.neighbours, fill: palette.neighbour, ...border }),
    panel.countries.map(({ code, path }) => h('path', { key: code, d: path, fill: palette.land, ...border })),
    shown.map((point) => h(Mark, { key: point.id, point, panel, palette, ...rest })),
  )
}

type MarkProps = Pick<MunicipalityMapProps, 'labels' | 'selectedId' | 'onSelect'> & {
  readonly point: MapPoint
  readonly panel: Panel
  readonly palette: Palette
}

function Mark({ point, panel, palette, labels, selectedId, onSelect }: MarkProps): ReactElement {
  const { x, y } = project(panel, point.longitude, point.latitude)
  const label = labels.point(point)
  const isSelected = point.id === selectedId
  const press = onSelect && { onClick: () => onSelect(point.id), cursor: 'pointer' }
  return h(
    'g',
    { role: 'img', 'aria-label': label, 'data-id': point.id, 'data-health': point.health, ...press },
    h('title', null, label),
    // The mark is small; the finger needs more.
    h('circle', { cx: x, cy: y, r: 11, fill: 'transparent' }),
    isSelected && h('circle', { cx: x, cy: y, r: 9, fill: 'none', stroke: palette.text, strokeWidth: 1.5 }),
    healthShape(point.health, x, y, 5.5, palette),
  )
}
