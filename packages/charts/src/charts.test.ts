import { readFileSync } from 'node:fs'
import type { ReactElement } from 'react'
import { createElement as h, isValidElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { HealthMark, MunicipalityMap, Sparkline, StackedBar, healths, printPalette } from './index.ts'
import type { MapPoint } from './index.ts'
import { panels } from './outlines.ts'
import { isOn, project } from './projection.ts'

const indjija: MapPoint = { id: 'a', name: 'Inđija', latitude: 45.048, longitude: 20.082, health: 'atRisk' }
const gori: MapPoint = { id: 'b', name: 'Gori', latitude: 41.984, longitude: 44.109, health: 'none' }
const labels = {
  westernBalkans: 'Serbia, Montenegro',
  georgia: 'Georgia',
  point: (point: MapPoint) => `${point.name}: ${point.health}`,
}
const render = (element: ReactElement): string => renderToStaticMarkup(element)
const count = (text: string, part: string): number => text.split(part).length - 1

describe('outlines', () => {
  test('every municipality of the real data lies on a panel', () => {
    const rows = readFileSync(new URL('../../../data/municipalities.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const off = rows.filter((row) => {
      const [latitude, longitude] = row.split(',').slice(-2).map(Number)
      return !Object.values(panels).some((panel) => isOn(panel, longitude ?? Number.NaN, latitude ?? Number.NaN))
    })
    expect(rows.length).toBeGreaterThan(50)
    expect(off).toEqual([])
  })

  test('north is up and east is right', () => {
    const subotica = project(panels.westernBalkans, 19.67, 46.1)
    const bar = project(panels.westernBalkans, 19.1, 42.09)
    expect(subotica.y).toBeLessThan(bar.y)
    expect(subotica.x).toBeGreaterThan(bar.x)
  })

  test('leave the sea open', () => {
    for (const { neighbours, width, height } of Object.values(panels)) {
      expect(neighbours).not.toContain(`M0,0L${width},0L${width},${height}L0,${height}Z`)
    }
  })

  test('stay small', () => {
    expect(readFileSync(new URL('outlines.ts', import.meta.url)).length).toBeLessThan(24_000)
  })
})

describe('the map', () => {
  test('draws each point once, on its own panel, with its name', () => {
    const svg = render(h(MunicipalityMap, { points: [indjija, gori], labels }))
    const [balkans, georgia] = svg.split('</svg>')
    expect(balkans).toContain('aria-label="Inđija: atRisk"')
    expect(balkans).not.toContain('Gori')
    expect(georgia).toContain('<title>Gori: none</title>')
  })

  test('draws the urgent over the calm', () => {
    const calm = { ...indjija, id: 'c', health: 'onTrack' as const }
    const svg = render(h(MunicipalityMap, { points: [{ ...indjija, health: 'offTrack' }, calm], labels }))
    expect(svg.indexOf('data-id="c"')).toBeLessThan(svg.indexOf('data-id="a"'))
  })

  test('tells which point was chosen, and shows the table behind', () => {
    const onSelect = vi.fn<(id: string) => void>()
    const props = { points: [indjija], labels, onSelect, table: h('table', { id: 'list' }) }
    expect(render(h(MunicipalityMap, props))).toContain('<table id="list">')
    pressed(h(MunicipalityMap, props))
    expect(onSelect.mock.calls).toEqual([['a']])
  })
})

/** Calls every `onClick` of a tree of plain components. */
function pressed(node: unknown): void {
  if (Array.isArray(node)) return node.forEach(pressed)
  if (!isValidElement<{ onClick?: () => void; children?: unknown }>(node)) return
  node.props.onClick?.()
  if (typeof node.type === 'function') pressed((node.type as (props: unknown) => unknown)(node.props))
  else pressed(node.props.children)
}

describe('health', () => {
  test('differs in shape as well as in colour', () => {
    const shapes = healths.map((health) => render(h(HealthMark, { health, palette: printPalette })))
    const withoutColours = shapes.map((svg) => svg.replaceAll(/#[0-9a-f]{6}/g, ''))
    expect(new Set(withoutColours).size).toBe(healths.length)
  })

  test('is named where it stands alone and silent beside a text', () => {
    expect(render(h(HealthMark, { health: 'onTrack', label: 'On track' }))).toContain(
      'role="img" aria-label="On track"',
    )
    expect(render(h(HealthMark, { health: 'onTrack' }))).toContain('aria-hidden="true"')
  })
})

describe('the sparkline', () => {
  const linesOf = (values: readonly (number | null)[]): string =>
    render(h(Sparkline, { values, label: 'Requests', targets: values.map(() => 10), palette: printPalette }))

  test('leaves a gap for a missing value instead of falling to zero', () => {
    expect(count(linesOf([1, 2, null, 4, 5]), `stroke="${printPalette.line}"`)).toBe(2)
    expect(count(linesOf([1, 2, 0, 4, 5]), `stroke="${printPalette.line}"`)).toBe(1)
  })

  test('draws a lonely value as a dot and the target as a dashed line', () => {
    expect(linesOf([null, 3, null])).toMatch(/d="M60,[\d.]+h0"/)
    expect(linesOf([3])).toContain('stroke-dasharray')
  })

  test('draws each target over its own periods, and nothing where none was set', () => {
    const drawn = render(h(Sparkline, { values: [1, 2, 3], targets: [null, 2, 4], label: 'x', palette: printPalette }))
    const [, path] = /d="([^"]*)"[^>]*data-part="target"/.exec(drawn) ?? []
    expect(path?.match(/M/g)).toHaveLength(2)
    expect(path).toMatch(/^M32,.*H88M88,.*H120$/)
  })

  test('lies lower where others reach higher', () => {
    const lastOf = (range?: [number, number]) =>
      Number(/cy="([\d.]+)"/.exec(render(h(Sparkline, { values: [1, 2], range, label: 'x' })))?.[1])
    expect(lastOf([0, 10])).toBeGreaterThan(lastOf())
  })

  test('survives no values, one level and no target', () => {
    for (const values of [[], [null], [2, 2]]) {
      expect(render(h(Sparkline, { values, label: 'x' }))).not.toMatch(/NaN|Infinity/)
    }
  })
})

describe('the bar', () => {
  test('gives each share its part of the width and names all, zeros too', () => {
    const shares = [
      { health: 'onTrack' as const, label: 'On track', count: 3 },
      { health: 'atRisk' as const, label: 'At risk', count: 0 },
      { health: 'offTrack' as const, label: 'Off track', count: 1 },
    ]
    const svg = render(h(StackedBar, { shares, label: 'Rollouts', width: 100 }))
    expect(svg).toContain('aria-label="Rollouts. On track: 3, At risk: 0, Off track: 1"')
    expect([...svg.matchAll(/ width="(\d+)" height="12" fill="var/g)].map(([, width]) => width)).toEqual(['75', '25'])
  })

  test('shows an empty track when there is nothing', () => {
    expect(render(h(StackedBar, { shares: [], label: 'Rollouts' }))).not.toMatch(/NaN/)
  })
})
