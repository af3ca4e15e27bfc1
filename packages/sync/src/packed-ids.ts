import { fromSixBitDigits, sixBitDigits } from './six-bits.ts'

/** UUIDs in a row: they are random for the most part, and random bits travel best as such. */
export type PackedIds = {
  /** The first 48 bits of each, in version 7 the milliseconds: what it adds to the one before. */
  readonly steps: readonly number[]
  /** The version of all, or of each. */
  readonly versions: string
  /** The other 74 bits of each. */
  readonly rest: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether it can be packed (RFC 9562, in lower case). */
export const isUuid = (text: string): boolean => uuid.test(text)

/** The first 48 bits of an id: of version 7 the milliseconds at which it was drawn. */
export const momentOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

/** Each of them `isUuid`. */
export function packedIds(ids: readonly string[]): PackedIds {
  const versions = ids.map((id) => id[14] ?? '')
  return {
    steps: ids.map((id, index) => momentOfId(id) - (index > 0 ? momentOfId(ids[index - 1] ?? '') : 0)),
    versions: versions.every((version) => version === versions[0]) ? (versions[0] ?? '') : versions.join(''),
    rest: sixBitDigits(ids.flatMap(restOf)),
  }
}

/** The same ids in the same order. */
export function unpackedIds({ steps, versions, rest }: PackedIds): string[] {
  const next = fromSixBitDigits(rest)
  const hex = (bits: number, length: number): string => next(bits).toString(16).padStart(length, '0')
  let milliseconds = 0
  return steps.map((step, index) => {
    milliseconds += step
    const time = milliseconds.toString(16).padStart(12, '0')
    const version = versions[versions.length > 1 ? index : 0]
    const variant = (8 | next(2)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}${hex(12, 3)}-${variant}${hex(12, 3)}-${hex(24, 6)}${hex(24, 6)}`
  })
}

function restOf(id: string): { value: number; bits: number }[] {
  const read = (from: number, length: number) => ({
    value: Number.parseInt(id.slice(from, from + length), 16),
    bits: 4 * length,
  })
  const variant = { value: Number.parseInt(id[19] ?? '', 16) & 3, bits: 2 }
  return [variant, read(15, 3), read(20, 3), read(24, 6), read(30, 6)]
}
