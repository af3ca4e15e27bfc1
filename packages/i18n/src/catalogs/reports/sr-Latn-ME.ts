import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  report: 'Izvještaj',
  reports: 'Izvještaji',
  statusReport: 'Izvještaj o stanju',
  reportFor: 'Izvještaj za period: {{period}}',
  cycle: 'Ciklus izvještavanja',
  notYetDue: 'Još nije vrijeme',
  submitted: 'Podnijet',
  nextStepsHint: 'Šta slijedi?',
  start: 'Započni izvještaj',
  continue: 'Nastavi izvještaj',
  submitConfirm: 'Podnijeti izvještaj? Od tog trenutka vide ga koordinator i partneri.',
  returnedComments: 'Primjedbe na vraćeni izvještaj',
  nothingToReport: 'Nema promjena',
  nothingToReportAbout: 'Ništa se nije promijenilo od posljednjeg izvještaja',
  privateUntilSubmitted: 'Niko van opštine ovo ne vidi prije podnošenja.',
  lastReport: 'Prethodni izvještaj',
  onTime: 'Na vrijeme',
  fieldRequired: 'Popunite ovo polje ili izaberite „Nema promjena“.',
  ownReport: 'Niko ne može da prihvati izvještaj svoje opštine.',
  reportCount_one: '{{count}} izvještaj',
  reportCount_few: '{{count}} izvještaja',
  reportCount_other: '{{count}} izvještaja',
  empty: 'Još nema izvještaja',
} as const satisfies Overlay<typeof en>
