import { serbianLetters } from './serbian-letters.ts'

const latinOf = new Map(serbianLetters)
const cyrillicLetter = /[сз]\u0301|[а-яђјљњћџ]/giu

const isUpper = (letter: string): boolean => letter !== '' && letter !== letter.toLowerCase()
const isLower = (letter: string): boolean => letter !== '' && letter !== letter.toUpperCase()

/** Љ is LJ inside an all-capitals word and Lj at the head of any other. */
const capitalDigraph = (latin: string, before: string, after: string): string => {
  const allCapitals = isUpper(after) || (!isLower(after) && isUpper(before))
  return allCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
}

/** Serbian Cyrillic to Latin; loses nothing, leaves every other character as it is. */
export const toLatin = (cyrillic: string): string =>
  cyrillic.replace(cyrillicLetter, (letter, offset: number) => {
    const lower = letter.toLowerCase()
    const latin = latinOf.get(lower)
    if (latin === undefined) return letter
    if (letter === lower) return latin
    if (latin.length === 1) return latin.toUpperCase()
    return capitalDigraph(latin, cyrillic.charAt(offset - 1), cyrillic.charAt(offset + letter.length))
  })
