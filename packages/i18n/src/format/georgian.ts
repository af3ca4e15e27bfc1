import type { DateStyle } from './values.ts'

/*
 * Chromium has no Georgian data in Intl: dates come out in English or in the system's language.
 * The FormatJS polyfills weigh 168 kB (gzip) for dates alone, mostly time zones, which Chromium knows.
 * So Intl computes the fields here, and these tables, taken from CLDR 48 (ka: gregorian, dateFields,
 * numbers, listPatterns, units), put them together. Tests compare with ICU in Node.
 */

const monthsLong = [
  'იანვარი',
  'თებერვალი',
  'მარტი',
  'აპრილი',
  'მაისი',
  'ივნისი',
  'ივლისი',
  'აგვისტო',
  'სექტემბერი',
  'ოქტომბერი',
  'ნოემბერი',
  'დეკემბერი',
] as const
const weekdaysLong = ['ორშაბათი', 'სამშაბათი', 'ოთხშაბათი', 'ხუთშაბათი', 'პარასკევი', 'შაბათი', 'კვირა'] as const

/** Abbreviations are the first three letters in CLDR. */
const abbreviated = (name: string): string => name.slice(0, 3)

/** Names of the months. */
export const georgianMonths = (width: 'long' | 'short'): readonly string[] =>
  width === 'long' ? monthsLong : monthsLong.map(abbreviated)

/** Names of the weekdays from Monday. */
export const georgianWeekdays = (width: 'long' | 'short'): readonly string[] =>
  width === 'long' ? weekdaysLong : weekdaysLong.map(abbreviated)

/** The fields of a date in one time zone, as numbers; weekday 0 is Monday. */
export interface DateFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A date in Georgian. */
export const georgianDate = ({ year, month, day, weekday }: DateFields, style: DateStyle): string => {
  const long = monthsLong[month - 1] ?? ''
  const short = abbreviated(long)
  switch (style) {
    case 'short':
      return `${two(day)}.${two(month)}.${two(year % 100)}`
    case 'medium':
      return `${day} ${short}. ${year}`
    case 'long':
      return `${day} ${long}, ${year}`
    case 'full':
      return `${weekdaysLong[weekday] ?? ''}, ${two(day)} ${long}, ${year}`
    case 'day':
      return `${day} ${short}`
    case 'month':
      return `${long}, ${year}`
  }
}

/** A range of dates in Georgian, without repeating what both share. */
export const georgianRange = (from: DateFields, to: DateFields): string => {
  const month = (fields: DateFields): string => abbreviated(monthsLong[fields.month - 1] ?? '')
  if (from.year !== to.year) {
    return `${two(from.day)} ${month(from)}. ${from.year} – ${two(to.day)} ${month(to)}. ${to.year}`
  }
  if (from.month !== to.month) {
    return `${two(from.day)} ${month(from)}. – ${two(to.day)} ${month(to)}. ${to.year}`
  }
  return from.day === to.day ? georgianDate(from, 'medium') : `${from.day}–${to.day} ${month(from)}, ${to.year}`
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

const units: Readonly<Record<Unit, readonly [past: string, future: string]>> = {
  second: ['წამის', 'წამში'],
  minute: ['წუთის', 'წუთში'],
  hour: ['საათის', 'საათში'],
  day: ['დღის', 'დღეში'],
  week: ['კვირის', 'კვირაში'],
  month: ['თვის', 'თვეში'],
  year: ['წლის', 'წელიწადში'],
}

const named: Readonly<Record<Unit, Readonly<Record<number, string>>>> = {
  second: { 0: 'ახლა' },
  minute: { 0: 'ამ წუთში' },
  hour: { 0: 'ამ საათში' },
  day: { [-2]: 'გუშინწინ', [-1]: 'გუშინ', 0: 'დღეს', 1: 'ხვალ', 2: 'ზეგ' },
  week: { [-1]: 'გასულ კვირაში', 0: 'ამ კვირაში', 1: 'მომავალ კვირაში' },
  month: { [-1]: 'გასულ თვეს', 0: 'ამ თვეში', 1: 'მომავალ თვეს' },
  year: { [-1]: 'გასულ წელს', 0: 'ამ წელს', 1: 'მომავალ წელს' },
}

/** A distance in time in Georgian: გუშინ, 3 დღის წინ, 2 კვირაში. */
export const georgianRelative = (amount: number, unit: Unit): string => {
  const name = named[unit][amount]
  if (name !== undefined) return name
  const [past, future] = units[unit]
  const count = georgianNumber(Math.abs(amount))
  return amount < 0 ? `${count} ${past} წინ` : `${count} ${future}`
}

/** A number in Georgian: decimal comma, groups parted by a no-break space from five digits on. */
export const georgianNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat('en', { useGrouping: 'min2', ...options })
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'group' ? '\u00a0' : type === 'decimal' ? ',' : part))
    .join('')

/** A list in Georgian. */
export const georgianList = (items: readonly string[], word: 'and' | 'or'): string => {
  const last = items.at(-1)
  if (last === undefined || items.length === 1) return last ?? ''
  return `${items.slice(0, -1).join(', ')} ${word === 'and' ? 'და' : 'ან'} ${last}`
}

const sizes = ['ბაიტი', 'კბაიტი', 'მეგაბაიტი', 'გიგაბაიტი'] as const

/** A file size in Georgian; `power` counts thousands: 0 bytes, 1 kB, 2 MB, 3 GB. */
export const georgianSize = (value: number, power: number): string =>
  `${georgianNumber(value, { maximumFractionDigits: 1 })} ${sizes[power] ?? ''}`
