import type { CatalogMeta, Overlay } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** What Montenegrin says differently from Serbian. */
export const messages = {
  value: 'Vrijednost',
  values: 'Vrijednosti',
  newValue: 'Nova vrijednost',
  lastValue: 'Posljednja vrijednost: {{value}} ({{date}})',
  noValue: 'Još nema vrijednosti',
  baseline: 'Polazna vrijednost',
  baselineOn: 'Polazna vrijednost: {{value}} ({{date}})',
  reference: 'Referentna vrijednost',
  direction: 'Smjer',
  numerator: 'Dio',
  denominator: 'Cjelina',
  overTime: 'Kroz vrijeme',
  trendFlat: 'Bez promjene',
  partOfWhole: 'Dio ne može biti veći od cjeline.',
  weighted: 'Ponderisani prosjek',
  proceduresOnline: 'Postupci koji su u cjelini dostupni onlajn',
  requestsElectronic: 'Zahtjevi podnijeti elektronski',
  withinDeadline: 'Zahtjevi riješeni u zakonskom roku',
  reportsClosed: 'Riješene prijave građana',
  ossPoints: 'Jedinstvena upravna mjesta',
  permitsElectronic: 'Građevinske dozvole podnijete elektronski',
  testGain: 'Napredak na testu prije i poslije obuke',
  actionsOnTime: 'Stavke akcionog plana urađene na vrijeme',
  middle: 'Srednja po redu: {{value}}',
  nothingToReport: 'Nema promjena',
  notWhole: 'Samo cijeli brojevi.',
  noAccepted: 'Još nema prihvaćenih vrijednosti',
  seriesOf: '{{indicator}}, kroz vrijeme: {{values}}',
  unitPoints: 'mjesta',
  unitScore: 'ocjena 1–5',
  newIndicatorAbout: 'Vrsta se poslije ne mijenja; koordinatori ga biraju kad traže izvještaj.',
  categoriesAbout: 'Svaka u svom redu, od dvije do dvanaest. „Nepoznato“ se dodaje samo.',
} as const satisfies Overlay<typeof en>
