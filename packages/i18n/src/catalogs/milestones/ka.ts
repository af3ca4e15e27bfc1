import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  milestones: 'ეტაპური მიზნები',
  empty: 'ეტაპური მიზნები ჯერ არ არის',
  emptyAbout:
    'ეტაპური მიზანი ის არის, რაც რომელიმე დღემდე უნდა მიიღწეს: გაფორმებული ხელშეკრულება, გადატანილი მონაცემები.',
  add: 'ეტაპური მიზნის დამატება',
  change: 'ეტაპური მიზნის შეცვლა',
  name: 'რა უნდა მიიღწეს',
  dueOn: 'ვადა',
  reachedOn: 'მიღწევის დღე',
  reachedOnAbout: 'სანამ მიღწეული არ არის, დატოვეთ ცარიელი.',
  reachedOf: 'მიღწეულია {{reached}} {{total}}-დან',
  actions: 'მოქმედებები ეტაპურ მიზანზე „{{name}}“',
  changeItem: 'შეცვლა',
  remove: 'წაშლა',
  removed: 'წაიშალა: {{name}}',
  markedReached: 'მიღწეულია: {{name}}',
  reopened: 'მიღწეული აღარ არის: {{name}}',
  due: 'ვადა: {{date}}',
  late: 'დაგვიანებულია, დღე: {{days}}',
  reached: 'მიღწეულია: {{date}}',
  reachedLate: 'მიღწეულია დაგვიანებით: {{date}}',
  by: 'ჩაწერა: {{person}}',
} as const satisfies Georgian<typeof en>
