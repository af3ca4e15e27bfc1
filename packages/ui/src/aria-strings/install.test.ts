import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installAriaStrings } from './install.ts'

type Door = Readonly<Record<string, string>>
const doors = () =>
  (window as unknown as Record<symbol, Readonly<Record<string, Door>>>)[Symbol.for('react-aria.i18n.strings')]
const close = () => doors()?.['@react-aria/toast']?.close
const toLatin = (text: string) => text.replaceAll('Затвори', 'Zatvori')

beforeEach(() => vi.stubGlobal('window', {}))
afterEach(() => vi.unstubAllGlobals())

test('what React Aria once took speaks the language installed last', async () => {
  await installAriaStrings('ka', toLatin)
  const taken = doors()
  expect(close()).toBe('დახურვა')
  await installAriaStrings('sr-Cyrl', toLatin)
  expect(close()).toBe('Затвори')
  await installAriaStrings('sr-Latn-ME', toLatin)
  expect(close()).toBe('Zatvori')
  await installAriaStrings('en-GB', toLatin)
  expect(close()).toBe('Close')
  expect(doors()).toBe(taken)
})
