import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  emptyAbout: 'Prekretnica je ono što treba dostići do nekog dana: potpisan ugovor, prenijeti podaci.',
  change: 'Izmijeni prekretnicu',
  changeItem: 'Izmijeni',
} as const satisfies Overlay<typeof en>
