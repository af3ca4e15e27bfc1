import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  oneStopShop: 'Jedinstveno upravno mjesto / uslužni centar',
  dataExchange: 'Razmjena podataka sa državnim registrima',
  eSession: 'e-Sjednica skupštine',
  infrastructure: 'Mreža, rezervne kopije i bezbjednost',
} as const satisfies Overlay<typeof en>
