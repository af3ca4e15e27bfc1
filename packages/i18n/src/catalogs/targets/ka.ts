import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  title: 'საბაზისო მნიშვნელობა და სამიზნეები',
  about: 'მუნიციპალიტეტი მათ თავის ანგარიშში ბოლო მნიშვნელობის გვერდით ხედავს.',
  noIndicators: 'დანერგვას ინდიკატორები ჯერ არ აქვს',
  noIndicatorsAbout: 'ისინი ანგარიშის მოთხოვნისას ირჩევა.',
  none: 'არ არის',
  change: 'შეცვლა: {{indicator}}',
  baselineFigure: 'საბაზისო მნიშვნელობა',
  baselineOn: 'გაზომვის დღე',
  baselineSource: 'მონაცემის წყარო',
  targets: 'სამიზნეები',
  target: 'სამიზნე',
  targetOn: 'მიღწევის ვადა',
  add: 'სამიზნის დამატება',
  removeTarget: 'სამიზნის წაშლა: {{number}}',
  save: 'შენახვა',
  saved: 'სამიზნეები დაყენებულია',
  incomplete: 'შეავსეთ რიცხვი და დღე.',
  by: '{{value}}, ვადა {{date}}',
  on: '{{value}}, {{date}}',
  reached: 'სამიზნე მიღწეულია',
  reachedBy: 'მიღწეული სამიზნეები: {{done}} {{total}}-დან',
  notReached: 'სამიზნე ჯერ არ არის მიღწეული',
} as const satisfies Georgian<typeof en>
