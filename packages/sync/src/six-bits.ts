const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map(Array.from(digits, (digit, value) => [digit, value]))
const size = 6

/** Numbers of so many bits each, at most 24, one behind the other as text; a digit holds six. */
export function sixBitDigits(numbers: Iterable<{ readonly value: number; readonly bits: number }>): string {
  let text = ''
  let held = 0
  let count = 0
  for (const { value, bits } of numbers) {
    held = (held << bits) | value
    for (count += bits; count >= size;) {
      count -= size
      text += digits[held >> count]
      held &= (1 << count) - 1
    }
  }
  return count > 0 ? text + digits[held << (size - count)] : text
}

/** Reads such a text from its beginning: asked for so many bits, at most 24, answers the number. Behind its end are zeros. */
export function fromSixBitDigits(text: string): (bits: number) => number {
  let place = 0
  let held = 0
  let count = 0
  return (bits) => {
    for (; count < bits; count += size) held = (held << size) | (values.get(text[place++] ?? '') ?? 0)
    count -= bits
    const value = held >> count
    held &= (1 << count) - 1
    return value
  }
}
