import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  title: 'Циклус извештавања',
  about: 'Кад почне период, општина у свом простору налази празан нацрт.',
  none: 'Извештаји се још не траже сами',
  set: 'Постави циклус',
  change: 'Промени циклус',
  save: 'Сачувај циклус',
  saved: 'Циклус је постављен',
  end: 'Заврши циклус',
  ended: 'Извештаји се више не траже сами',
  rhythm: 'Колико често',
  weekly: 'Сваке недеље',
  monthly: 'Сваког месеца',
  quarterly: 'Сваког тромесечја',
  custom: 'На одређен број дана',
  days: 'Дана у периоду',
  startsOn: 'Извештава се од',
  endsOn: 'Извештава се до',
  window: 'Рок у данима',
  everyDays_one: 'На сваки {{count}} дан',
  everyDays_few: 'На свака {{count}} дана',
  everyDays_other: 'На сваких {{count}} дана',
  atOnce_one: 'Одмах се тражи {{count}} извештај',
  atOnce_few: 'Одмах се траже {{count}} извештаја',
  atOnce_other: 'Одмах се тражи {{count}} извештаја',
  nextPeriod: 'Наредни период',
  endBeforeStart: 'Не пре првог дана.',
  daysRange: 'Између 1 и 366',
  windowRange: 'Између 0 и 90',
} as const satisfies Serbian<typeof en>
