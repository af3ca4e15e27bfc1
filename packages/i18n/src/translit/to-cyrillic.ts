import { defaultBrands, protectedSpans } from './protected-spans.ts'
import { separateLetterStems } from './separate-letters.ts'
import { serbianLetters } from './serbian-letters.ts'

const cyrillicOf = new Map(serbianLetters.map(([cyrillic, latin]) => [latin, cyrillic]))
// The three Unicode characters that hold a whole digraph, in each of their cases.
const ligatures: Readonly<Record<string, string>> = {
  ǆ: 'dž',
  ǅ: 'Dž',
  Ǆ: 'DŽ',
  ǉ: 'lj',
  ǈ: 'Lj',
  Ǉ: 'LJ',
  ǌ: 'nj',
  ǋ: 'Nj',
  Ǌ: 'NJ',
}
const latinUnit = /lj|nj|dž|\p{L}/giu
const separator = '\u200b'
const defaultSpans = protectedSpans(defaultBrands)

/** Each stem as a pattern, with the place where its two letters part. */
const stems = separateLetterStems.map((entry) => {
  const anywhere = entry.startsWith('-')
  const [head = '', tail = ''] = entry.slice(anywhere ? 1 : 0).split('|')
  return new RegExp(`${anywhere ? '' : '(?<!\\p{L})(?:ne)?'}${head}(?=${tail})`, 'giu')
})

const unitToCyrillic = (unit: string): string => {
  const lower = unit.toLowerCase()
  const cyrillic = cyrillicOf.get(lower)
  if (cyrillic === undefined) return unit
  const first = unit.charAt(0)
  if (first === lower.charAt(0)) {
    // lJ is no digraph: a small first letter before a capital one.
    return unit === lower ? cyrillic : Array.from(unit, unitToCyrillic).join('')
  }
  return cyrillic.charAt(0).toUpperCase() + cyrillic.slice(1)
}

const plainToCyrillic = (latin: string): string => {
  const composed = latin.normalize('NFC').replace(/[Ǆ-ǌ]/gu, (letter) => ligatures[letter] ?? letter)
  const parted = stems.reduce((text, stem) => text.replace(stem, (head) => head + separator), composed)
  return parted.replace(latinUnit, unitToCyrillic).replaceAll(separator, '')
}

/**
 * Serbian Latin to Cyrillic; addresses, mail, code, placeholders, Roman numbers, foreign words and
 * `brands` stay as they are.
 */
export const toCyrillic = (latin: string, brands: readonly string[] = defaultBrands): string => {
  const spans = brands === defaultBrands ? defaultSpans : protectedSpans(brands)
  const result: string[] = []
  let from = 0
  for (const span of latin.matchAll(spans)) {
    result.push(plainToCyrillic(latin.slice(from, span.index)), span[0])
    from = span.index + span[0].length
  }
  result.push(plainToCyrillic(latin.slice(from)))
  return result.join('')
}
