import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  indicator: 'ინდიკატორი',
  indicators: 'ინდიკატორები',
  value: 'მნიშვნელობა',
  values: 'მნიშვნელობები',
  newValue: 'ახალი მნიშვნელობა',
  lastValue: 'ბოლო მნიშვნელობა: {{value}} ({{date}})',
  noValue: 'მნიშვნელობა ჯერ არ არის',
  target: 'სამიზნე',
  targetOn: 'სამიზნე: {{value}}, ვადა {{date}}',
  baseline: 'საბაზისო მნიშვნელობა',
  reference: 'საორიენტაციო მნიშვნელობა',
  evidence: 'მტკიცებულება',
  addEvidence: 'მტკიცებულების დამატება',
  unit: 'ერთეული',
  kind: 'ტიპი',
  ratio: 'შეფარდება',
  countKind: 'რაოდენობა',
  level: 'დონე',
  amount: 'თანხა',
  duration: 'ხანგრძლივობა',
  yesNo: 'კი ან არა',
  direction: 'მიმართულება',
  up: 'მეტი უკეთესია',
  down: 'ნაკლები უკეთესია',
  numerator: 'ნაწილი',
  denominator: 'მთელი',
  rollup: 'შეჯამება',
  period: 'პერიოდი',
  overTime: 'დროში',
  trendUp: 'იზრდება',
  trendDown: 'მცირდება',
  trendFlat: 'უცვლელი',
  reported: 'ანგარიშგებულია: {{done}} {{total}}-დან',
  notANumber: 'ეს რიცხვი არ არის.',
  outOfRange: 'დასაშვებია: {{min}}-დან {{max}}-მდე',
  partOfWhole: 'ნაწილი მთელზე მეტი ვერ იქნება.',
  sources: 'საიდან მოდის ეს რიცხვი',
  asTable: 'ცხრილის სახით',
  empty: 'ინდიკატორები ჯერ არ არის',
} as const satisfies Georgian<typeof en>
