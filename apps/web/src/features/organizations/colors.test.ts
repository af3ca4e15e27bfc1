import { expect, it } from 'vitest'
import { colors, rarestColor } from './colors.ts'

it('gives each organization a colour that few others have', () => {
  expect(rarestColor([])).toBe(colors[0])
  expect(rarestColor([colors[0], colors[0], colors[1]])).toBe(colors[2])
  expect(rarestColor([...colors, colors[0]])).toBe(colors[1])
})
