import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  threadTitle: 'O čemu je riječ?',
  edited: 'izmijenjeno',
  resolve: 'Riješi',
  resolved: 'Riješeno',
  resolvedBy: 'Rješenje potvrđuje: {{person}}',
  lastMessage: 'Posljednja poruka: {{time}}',
  onReport: 'Uz izvještaj',
  notStarted: 'Ovdje još niko nije pisao.',
} as const satisfies Overlay<typeof en>
