import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  conflict: 'Neko je bio brži: ovo je u međuvremenu promijenjeno.',
  versionMismatch: 'Stranica je zastarjela. Učitajte je ponovo.',
  title: 'Ovo nije uspjelo',
  stateChanged: 'Stanje je u međuvremenu promijenjeno.',
} as const satisfies Overlay<typeof en>
