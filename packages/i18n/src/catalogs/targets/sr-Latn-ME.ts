import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  title: 'Polazna vrijednost i ciljevi',
  about: 'Opština ih vidi u svom izvještaju, pored posljednje vrijednosti.',
  noIndicatorsAbout: 'Biraju se kad se traži izvještaj.',
  change: 'Promijeni: {{indicator}}',
  baselineFigure: 'Polazna vrijednost',
  baselineOn: 'Izmjereno dana',
} as const satisfies Overlay<typeof en>
