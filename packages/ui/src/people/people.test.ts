import { expect, test } from 'vitest'
import { initials } from './initials.ts'
import { contrast, luminance, readableOn } from './readable-on.ts'

test.each([
  ['Milica Đorđević', 'MĐ'],
  ['Ана Марија Љубичић', 'АЉ'],
  ['ნინო ბერიძე', 'ნბ'],
  ['petar', 'p'],
  ['  ', ''],
])('initials of %j are %j, as written', (name, expected) => expect(initials(name)).toBe(expected))

test('luminance runs from black to white', () => {
  expect(luminance('#000000')).toBe(0)
  expect(luminance('#ffffff')).toBeCloseTo(1)
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

test('initials can be read on any colour', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff']
  const colors = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))
  for (const color of colors) expect(contrast(readableOn(color), color), color).toBeGreaterThanOrEqual(4.5)
})
