import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  reportsCsv: 'Izvještaji (CSV)',
  valuesCsv: 'Vrijednosti (CSV)',
  reports: 'Izvještaji',
  values: 'Vrijednosti',
  firstSubmitted: 'Prvi put podnijet',
  inTime: 'Na vrijeme',
  value: 'Vrijednost',
  baseline: 'Polazna vrijednost',
  baselineOn: 'Polazna vrijednost izmjerena',
  baselineSource: 'Izvor polazne vrijednosti',
} as const satisfies Overlay<typeof en>
