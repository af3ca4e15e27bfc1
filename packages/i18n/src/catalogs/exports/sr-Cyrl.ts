import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  export: 'Извоз',
  workbook: 'Табела (XLSX)',
  reportsCsv: 'Извештаји (CSV)',
  valuesCsv: 'Вредности (CSV)',
  reports: 'Извештаји',
  values: 'Вредности',
  country: 'Држава',
  municipalityCode: 'Шифра',
  municipality: 'Општина',
  system: 'Информациони систем',
  periodStart: 'Период од',
  periodEnd: 'Период до',
  dueOn: 'Рок',
  state: 'Стање',
  firstSubmitted: 'Први пут поднет',
  accepted: 'Прихваћен',
  inTime: 'На време',
  nothingToReport: 'Нема новости',
  address: 'Адреса',
  key: 'Ознака',
  indicator: 'Показатељ',
  unit: 'Јединица',
  status: 'Статус',
  reported: 'Пријављено',
  missing: 'Недостаје',
  value: 'Вредност',
  numerator: 'Бројилац',
  denominator: 'Именилац',
  weight: 'Тежина',
  baseline: 'Полазна вредност',
  baselineOn: 'Полазна вредност измерена',
  baselineSource: 'Извор полазне вредности',
  target: 'Циљ',
  targetOn: 'Рок за циљ',
} as const satisfies Serbian<typeof en>
