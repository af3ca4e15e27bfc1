import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  placeholder: 'Pišite ovdje…',
  whoIsHere: 'Ko je ovdje',
  suggestion: 'Prijedlog',
  suggestions: 'Prijedlozi',
  section: 'Odjeljak',
  publishConfirm: 'Objaviti verziju „{{title}}“? Vidjeće je i posmatrači.',
  wordCount_one: '{{count}} riječ',
  wordCount_few: '{{count}} riječi',
  wordCount_other: '{{count}} riječi',
  lastEdited: 'Posljednja izmjena: {{time}}',
  archiveConfirm: 'Arhivirati „{{title}}“? Može se čitati, ali ne i mijenjati, i uvijek se može vratiti.',
  changeRefused: 'Posljednja izmjena je prevelika da bi bila sačuvana. Kopirajte je, pa ponovo učitajte stranicu.',
  fullRefused: 'Dokument je pun. Što ste posljednje napisali nije sačuvano.',
  rightsRefused: 'Ovdje više ne možete da pišete. Što ste posljednje napisali nije sačuvano.',
  pasteTooLarge: 'To je previše teksta odjednom. Nalijepite ga u djelovima.',
  taskList: 'Lista za provjeru',
  resolvedComments: 'Riješeni komentari',
} as const satisfies Overlay<typeof en>
