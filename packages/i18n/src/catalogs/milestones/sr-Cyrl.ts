import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  milestones: 'Прекретнице',
  empty: 'Још нема прекретница',
  emptyAbout: 'Прекретница је оно што треба достићи до неког дана: потписан уговор, пренети подаци.',
  add: 'Додај прекретницу',
  change: 'Измени прекретницу',
  name: 'Шта треба достићи',
  dueOn: 'Рок',
  reachedOn: 'Достигнуто дана',
  reachedOnAbout: 'Оставите празно док није достигнуто.',
  reachedOf: 'Достигнуто: {{reached}} од {{total}}',
  actions: 'Радње за прекретницу „{{name}}“',
  changeItem: 'Измени',
  remove: 'Уклони',
  removed: 'Уклоњено: {{name}}',
  markedReached: 'Достигнуто: {{name}}',
  reopened: 'Више није достигнуто: {{name}}',
  due: 'Рок: {{date}}',
  late: 'Касни, дана: {{days}}',
  reached: 'Достигнуто: {{date}}',
  reachedLate: 'Достигнуто са закашњењем: {{date}}',
  by: 'Унос: {{person}}',
} as const satisfies Serbian<typeof en>
