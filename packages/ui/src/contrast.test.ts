import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast } from './people/readable-on.ts'

const theme = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
const pairs = [...theme.matchAll(/--color-([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)]
const colors = {
  light: Object.fromEntries(pairs.map(([, name, light]) => [name, light])),
  dark: Object.fromEntries(pairs.map(([, name, , dark]) => [name, dark])),
}
const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover'] as const
const softs = ['action-soft', 'attention-soft', 'danger-soft'] as const
const healthSofts = ['on-track', 'at-risk', 'off-track', 'none'].map((health) => `health-${health}-soft`)

/** WCAG AA: 4.5 for text, 3 for what is only seen. */
const onEach = (front: string, backs: readonly string[], least: number) =>
  backs.map((back) => [front, back, least] as const)
const promises = [
  ...onEach('text', [...surfaces, 'pressed', 'selected', 'mark', ...softs, ...healthSofts], 7),
  ...onEach('muted', [...surfaces, 'selected', ...softs], 4.5),
  ...onEach('action', [...surfaces, 'selected', 'action-soft'], 4.5),
  ...onEach('attention', [...surfaces, 'attention-soft'], 4.5),
  ...onEach('danger', [...surfaces, 'danger-soft'], 4.5),
  ...onEach('inverse', ['text'], 7),
  ...onEach('on-action', ['action', 'action-hover'], 4.5),
  ...onEach('on-attention', ['attention'], 4.5),
  ...onEach('on-danger', ['danger-fill', 'danger-fill-hover'], 4.5),
  ...onEach('line-strong', surfaces, 3),
  ...onEach('focus', [...surfaces, 'selected', ...softs], 3),
  ...['on-track', 'at-risk', 'off-track', 'none'].flatMap((health) =>
    onEach(`health-${health}`, ['canvas', 'surface', 'raised', 'map-land', `health-${health}-soft`], 3),
  ),
]

describe.each(['light', 'dark'] as const)('colours on %s', (mode) => {
  test.each(promises)('%s on %s has a contrast of %d at least', (front, back, least) => {
    expect(contrast(colors[mode][front] ?? '', colors[mode][back] ?? '')).toBeGreaterThanOrEqual(least)
  })
})

test('every colour but the see-through ones is a pair of light and dark', () => {
  const named = [...theme.matchAll(/--color-([\w-]+):/g)].map(([, name]) => name)
  expect(named.filter((name) => !(name! in colors.light))).toEqual(['backdrop'])
})

test('no style asks for capitals, which Georgian lacks', () => {
  expect(theme.replaceAll('text-transform: none', '')).not.toContain('text-transform')
})
