/**
 * The locale by which days are typed. Some browsers know nothing of some languages (Chromium of Georgian) and would ask for
 * the month first, as in America; in all languages of ours the day comes first.
 */
export function localeOfDates(
  locale: string,
  isKnown: (locale: string) => boolean = (each) => Intl.DateTimeFormat.supportedLocalesOf(each).length > 0,
): string {
  return isKnown(locale) ? locale : 'en-GB'
}
