import type { Health } from './health.ts'

/** The colours of a drawing: those of the healths, and of what surrounds them. */
export type Palette = Readonly<
  Record<Health | 'surface' | 'land' | 'neighbour' | 'border' | 'line' | 'target' | 'text', string>
>

/** For paper and mail, which know no variables. */
export const printPalette: Palette = {
  onTrack: '#2e7d5b',
  atRisk: '#a66a10',
  offTrack: '#b23b2e',
  none: '#757063',
  surface: '#ffffff',
  land: '#ece5d8',
  neighbour: '#f7f4ee',
  border: '#cfc6b4',
  line: '#0f5e63',
  target: '#9a4d29',
  text: '#2b2a27',
}

/** For the screen: the theme's own variables, light and dark. */
export const screenPalette: Palette = {
  onTrack: `var(--color-health-on-track, ${printPalette.onTrack})`,
  atRisk: `var(--color-health-at-risk, ${printPalette.atRisk})`,
  offTrack: `var(--color-health-off-track, ${printPalette.offTrack})`,
  none: `var(--color-health-none, ${printPalette.none})`,
  surface: `var(--color-surface, ${printPalette.surface})`,
  land: `var(--color-map-land, ${printPalette.land})`,
  neighbour: `var(--color-map-neighbour, ${printPalette.neighbour})`,
  border: `var(--color-map-border, ${printPalette.border})`,
  line: `var(--color-action, ${printPalette.line})`,
  target: `var(--color-attention, ${printPalette.target})`,
  text: `var(--color-text, ${printPalette.text})`,
}
