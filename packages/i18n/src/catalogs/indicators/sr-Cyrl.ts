import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  indicator: 'Показатељ',
  indicators: 'Показатељи',
  value: 'Вредност',
  values: 'Вредности',
  newValue: 'Нова вредност',
  lastValue: 'Последња вредност: {{value}} ({{date}})',
  noValue: 'Још нема вредности',
  target: 'Циљ',
  targetOn: 'Циљ: {{value}}, рок {{date}}',
  baseline: 'Полазна вредност',
  reference: 'Референтна вредност',
  evidence: 'Доказ',
  addEvidence: 'Додај доказ',
  unit: 'Јединица',
  kind: 'Врста',
  ratio: 'Однос',
  countKind: 'Број',
  level: 'Ниво',
  amount: 'Износ',
  duration: 'Трајање',
  yesNo: 'Да или не',
  direction: 'Смер',
  up: 'Више је боље',
  down: 'Мање је боље',
  numerator: 'Део',
  denominator: 'Целина',
  rollup: 'Збирно',
  period: 'Период',
  overTime: 'Кроз време',
  trendUp: 'Расте',
  trendDown: 'Опада',
  trendFlat: 'Без промене',
  reported: 'Пријављено: {{done}} од {{total}}',
  notANumber: 'Ово није број.',
  outOfRange: 'Дозвољено: од {{min}} до {{max}}',
  partOfWhole: 'Део не може бити већи од целине.',
  sources: 'Одакле потиче овај број',
  asTable: 'Као табела',
  empty: 'Још нема показатеља',
} as const satisfies Serbian<typeof en>
