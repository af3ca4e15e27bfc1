import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  seat: 'Mjesto',
  reporter: 'Izvjestilac',
  coordinatorAbout: 'Vodi projekat: faze, pozivnice, izvještaji',
  editorAbout: 'Piše dokumente, učestvuje u razgovorima, pomjera zadatke',
  reporterAbout: 'Radi na uvođenju i piše izvještaje',
  approverAbout: 'Odobrava izvještaje opštine',
  changeRole: 'Promijeni ulogu',
} as const satisfies Overlay<typeof en>
