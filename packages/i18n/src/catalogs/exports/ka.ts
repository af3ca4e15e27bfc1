import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  export: 'ექსპორტი',
  workbook: 'ცხრილი (XLSX)',
  reportsCsv: 'ანგარიშები (CSV)',
  valuesCsv: 'მნიშვნელობები (CSV)',
  reports: 'ანგარიშები',
  values: 'მნიშვნელობები',
  country: 'ქვეყანა',
  municipalityCode: 'კოდი',
  municipality: 'მუნიციპალიტეტი',
  system: 'საინფორმაციო სისტემა',
  periodStart: 'პერიოდის დასაწყისი',
  periodEnd: 'პერიოდის დასასრული',
  dueOn: 'ბოლო დღე',
  state: 'მდგომარეობა',
  firstSubmitted: 'პირველად წარდგენილია',
  accepted: 'მიღებულია',
  inTime: 'დროულად',
  nothingToReport: 'სიახლე არ არის',
  address: 'მისამართი',
  key: 'გასაღები',
  indicator: 'ინდიკატორი',
  unit: 'ერთეული',
  status: 'სტატუსი',
  reported: 'მითითებულია',
  missing: 'არ არის მითითებული',
  value: 'მნიშვნელობა',
  numerator: 'მრიცხველი',
  denominator: 'მნიშვნელი',
  weight: 'წონა',
  baseline: 'საბაზისო მნიშვნელობა',
  baselineOn: 'საბაზისო მნიშვნელობის დღე',
  baselineSource: 'საბაზისო მნიშვნელობის წყარო',
  target: 'სამიზნე',
  targetOn: 'სამიზნის ვადა',
} as const satisfies Georgian<typeof en>
