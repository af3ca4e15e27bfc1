import { georgianLetters } from './georgian.ts'
import { serbianLetters } from './serbian-letters.ts'

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

// Unicode decomposition leaves these letters whole; the rest of Cyrillic is for names from the region.
const wholeLetters: Readonly<Record<string, string>> = {
  đ: 'dj',
  ð: 'dj',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ы: 'y',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  щ: 'sc',
  ъ: '',
  ь: '',
  ѕ: 'dz',
  є: 'je',
  і: 'i',
  ґ: 'g',
}

const foldedLetters = new Map<string, string>([
  ...serbianLetters.map(([cyrillic, latin]) => [cyrillic, latin === 'đ' ? 'dj' : withoutMarks(latin)] as const),
  ...Object.entries(georgianLetters).map(([letter, latin]) => [letter, latin.replace('ʼ', '')] as const),
  ...Object.entries(wholeLetters),
])

const foldLetters = (text: string, dForDj: boolean): string =>
  withoutMarks(text)
    .toLowerCase()
    // Lower-casing İ leaves a mark behind.
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼʻ`´]/gu, '')
    .replace(/[^\u0000-\u007f]/gu, (letter) =>
      dForDj && 'đðђ'.includes(letter) ? 'd' : (foldedLetters.get(letter) ?? letter),
    )
    .replace(/\s+/gu, ' ')
    .trim()

/**
 * The form in which texts are searched: Latin, lower case, no marks, đ as dj, Georgian romanised
 * without apostrophes. Inđija, Инђија and indjija fold alike; so do ქარელი and kareli.
 */
export const fold = (text: string): string => foldLetters(text, false)

/** All forms to index: `fold` and, where đ occurs, the one that writes it as d (indija). */
export const foldVariants = (text: string): readonly string[] => [
  ...new Set([foldLetters(text, false), foldLetters(text, true)]),
]
