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
  seatOfKind: 'Organizacija ove vrste nema takvo mjesto.',
  lastAdministrator: 'Posljednji administrator ne može da se ukloni.',
  columnNotEmpty: 'Prvo premjestite zadatke iz ove kolone.',
  endBeforeStart: 'Kraj je prije početka.',
  ownReport: 'Niko ne može da prihvati izvještaj svoje opštine.',
  approvalNeeded: 'Ovaj izvještaj prije podnošenja odobrava odobravalac vaše opštine.',
  noApprover: 'Mjesto odobravaoca u vašoj opštini je prazno. Zamolite koordinatora da ga popuni.',
  reportSubmitted: 'Izvještaj je već podnijet.',
  fieldChanged: 'Neko drugi je ovo polje u međuvremenu izmijenio.',
  unknownField: 'Ovo polje nije dio izvještaja.',
  periodTaken: 'Za neke dane ovog perioda već postoji izvještaj.',
  dueBeforeEnd: 'Rok je prije kraja perioda.',
  signedOut: 'Odjavili ste se prije nego što je ovo poslato.',
  indicatorKindStays: 'Vrsta pokazatelja ne može da se mijenja.',
  diskFull: 'Disk servera je trenutno pun. Ništa nije izgubljeno. Obavijestite administratora.',
  movedMeanwhile: 'Neko je ovdje pisao u istom trenutku. Ništa nije izgubljeno: biće poslato ponovo.',
} as const satisfies Overlay<typeof en>
