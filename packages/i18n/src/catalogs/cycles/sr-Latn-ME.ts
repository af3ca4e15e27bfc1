import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  title: 'Ciklus izvještavanja',
  none: 'Izvještaji se još ne traže sami',
  change: 'Promijeni ciklus',
  ended: 'Izvještaji se više ne traže sami',
  weekly: 'Svake nedjelje',
  monthly: 'Svakog mjeseca',
  quarterly: 'Svakog tromjesečja',
  startsOn: 'Izvještava se od',
  endsOn: 'Izvještava se do',
  atOnce_one: 'Odmah se traži {{count}} izvještaj',
  atOnce_few: 'Odmah se traže {{count}} izvještaja',
  atOnce_other: 'Odmah se traži {{count}} izvještaja',
  endBeforeStart: 'Ne prije prvog dana.',
} as const satisfies Overlay<typeof en>
