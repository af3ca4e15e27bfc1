import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  invitation: 'Позивница',
  invitations: 'Позивнице',
  invite: 'Позови',
  invitePerson: 'Позови особу',
  email: 'Е-пошта',
  personName: 'Име и презиме',
  organization: 'Организација',
  role: 'Улога',
  seat: 'Место',
  project: 'Пројекат',
  language: 'Језик поруке',
  send: 'Пошаљи позивницу',
  sent: 'Позивница је послата: {{email}}',
  resend: 'Пошаљи поново',
  revoke: 'Повуци',
  revokeConfirm: 'Повући позивницу: {{email}}?',
  pending: 'Чека одговор',
  accepted: 'Прихваћена',
  revoked: 'Повучена',
  expired: 'Истекла',
  expiresOn: 'Важи до: {{date}}',
  invitedBy: 'Позива: {{person}}',
  welcome: 'Позвани сте',
  welcomeAbout: 'Пројекат: {{project}}. Улога: {{role}}. Организација: {{organization}}.',
  accept: 'Прихвати позивницу',
  decline: 'Одбиј',
  choosePassword: 'Изаберите лозинку',
  passwordAbout: 'Најмање знакова: {{limit}}. Можете се пријавити и везом, без лозинке.',
  yourName: 'Ваше име и презиме',
  linkInvalid: 'Ова позивница више не важи. Затражите нову.',
  wrongAccount: 'Позивница је за адресу {{email}}. Прво се одјавите.',
  alreadyInvited: 'Ова особа је већ позвана.',
  alreadyMember: 'Ова особа је већ члан.',
  seatNeeded: 'Изаберите место.',
  empty: 'Нема позивница',
} as const satisfies Serbian<typeof en>
