import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  organization: 'Организација',
  organizations: 'Организације',
  add: 'Додај организацију',
  edit: 'Уреди организацију',
  name: 'Назив',
  shortName: 'Кратак назив',
  kind: 'Врста',
  partner: 'Партнер',
  municipality: 'Општина',
  observer: 'Посматрач',
  country: 'Земља',
  website: 'Веб-сајт',
  color: 'Боја',
  colorAbout: 'Прати њене људе: слике, показиваче, потписе',
  seats: 'Места',
  addSeat: 'Додај место',
  removeSeat: 'Уклони место',
  seatOf: '{{seat}}: {{person}}',
  vacant: 'Слободно',
  assign: 'Додели место',
  vacate: 'Ослободи место',
  people: 'Људи',
  projects: 'Пројекти',
  participations: 'Учествује у',
  lead: 'Водећи партнер',
  since: 'Од: {{date}}',
  until: 'До: {{date}}',
  archive: 'Архивирај',
  archived: 'Архивирано',
  nameTaken: 'Организација са овим називом већ постоји.',
  seatCount_one: '{{count}} место',
  seatCount_few: '{{count}} места',
  seatCount_other: '{{count}} места',
  searchPlaceholder: 'Пронађи организацију…',
  empty: 'Још нема организација',
} as const satisfies Serbian<typeof en>
