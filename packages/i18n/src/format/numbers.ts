import { localeOf } from '../renditions.ts'
import type { Rendition } from '../renditions.ts'
import { georgianList, georgianNumber, georgianSize } from './georgian.ts'

/** A number with the rendition's separators. */
export const formatNumber = (rendition: Rendition, value: number, options: Intl.NumberFormatOptions = {}): string =>
  rendition === 'ka'
    ? georgianNumber(value, options)
    : new Intl.NumberFormat(localeOf(rendition), options).format(value)

/** A share as a percentage: 0.256 is 26 %. */
export const formatPercent = (rendition: Rendition, share: number, fractionDigits = 0): string =>
  formatNumber(rendition, share, { style: 'percent', maximumFractionDigits: fractionDigits })

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A file size in decimal units: 2.5 MB. */
export const formatFileSize = (rendition: Rendition, bytes: number): string => {
  const power = bytes < 1 ? 0 : Math.min(sizeUnits.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  if (rendition === 'ka') return georgianSize(value, power)
  const unit = sizeUnits[power] ?? 'byte'
  // English shortens none of it, and leaves the plural out: “3 byte”.
  const unitDisplay = unit === 'byte' && rendition === 'en' ? 'long' : 'short'
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(localeOf(rendition), options).format(value)
}

/** Names in a row: a, b and c. */
export const formatList = (rendition: Rendition, items: readonly string[], word: 'and' | 'or' = 'and'): string => {
  if (rendition === 'ka') return georgianList(items, word)
  const type = word === 'and' ? 'conjunction' : 'disjunction'
  return new Intl.ListFormat(localeOf(rendition), { type }).format(items)
}
