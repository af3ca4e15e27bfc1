import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  title: 'Полазна вредност и циљеви',
  about: 'Општина их види у свом извештају, поред последње вредности.',
  noIndicators: 'Увођење још нема показатеља',
  noIndicatorsAbout: 'Бирају се кад се тражи извештај.',
  none: 'Нема',
  change: 'Промени: {{indicator}}',
  baselineFigure: 'Полазна вредност',
  baselineOn: 'Измерено дана',
  baselineSource: 'Извор податка',
  targets: 'Циљеви',
  target: 'Циљ',
  targetOn: 'Рок',
  add: 'Додај циљ',
  removeTarget: 'Уклони циљ: {{number}}',
  save: 'Сачувај',
  saved: 'Циљеви су постављени',
  incomplete: 'Унесите број и дан.',
  by: '{{value}}, рок {{date}}',
  on: '{{value}}, {{date}}',
  reached: 'Циљ је достигнут',
  reachedBy: 'Циљеви достигнути: {{done}} од {{total}}',
  notReached: 'Циљ још није достигнут',
} as const satisfies Serbian<typeof en>
