import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  person: 'Особа',
  people: 'Људи',
  profile: 'Профил',
  yourProfile: 'Ваш профил',
  name: 'Име и презиме',
  email: 'Е-пошта',
  organization: 'Организација',
  seat: 'Место',
  seats: 'Места',
  role: 'Улога',
  roles: 'Улоге',
  language: 'Језик',
  timeZone: 'Временска зона',
  picture: 'Слика',
  add: 'Додај особу',
  edit: 'Уреди податке',
  rename: 'Промени име',
  deactivate: 'Деактивирај',
  deactivateConfirm: 'Деактивирати налог: {{person}}? Све сесије се одмах прекидају.',
  reactivate: 'Поново активирај',
  deactivated: 'Деактивирано',
  lastSeen: 'Последњи пут овде: {{time}}',
  neverSeen: 'Још без пријаве',
  online: 'Сада овде',
  memberOf: 'Члан у',
  addMember: 'Додај члана',
  removeMember: 'Уклони члана',
  removeMemberConfirm: 'Уклонити из овог простора: {{person}}?',
  changeRole: 'Промени улогу',
  emailTaken: 'Особа са овом адресом већ постоји.',
  emailInvalid: 'Ово није адреса е-поште.',
  count_one: '{{count}} особа',
  count_few: '{{count}} особе',
  count_other: '{{count}} особа',
  searchPlaceholder: 'Пронађи особу…',
  empty: 'Овде још нема никога',
  administrator: 'Администратор',
  noSeat: 'Без места',
  addedAbout: 'Особа се пријављује везом која стиже имејлом.',
  giveSeat: 'Додели место',
} as const satisfies Serbian<typeof en>
