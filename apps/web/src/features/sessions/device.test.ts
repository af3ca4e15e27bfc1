import { expect, it } from 'vitest'
import { deviceOf } from './device.ts'

it('names browser and system of a device', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36'
  expect(deviceOf(chrome)).toBe('Chrome · Linux')
  expect(deviceOf(`${chrome} Edg/153.0`)).toBe('Edge · Linux')
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    ),
  ).toBe('Safari · iPhone')
  expect(deviceOf('Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0')).toBe('Firefox · Android')
  expect(deviceOf('curl/8.0')).toBeUndefined()
})
