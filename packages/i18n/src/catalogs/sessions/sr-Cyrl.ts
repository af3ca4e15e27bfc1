import type { CatalogMeta, Serbian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Serbian, ekavian; Latin is derived from it. */
export const messages = {
  signIn: 'Пријава',
  signInTo: 'Пријава: {{network}}',
  intro: 'Место где партнери раде заједно, а општине извештавају.',
  email: 'Е-пошта',
  password: 'Лозинка',
  showPassword: 'Прикажи лозинку',
  hidePassword: 'Сакриј лозинку',
  submit: 'Пријави се',
  signingIn: 'Пријављивање…',
  orByLink: 'или везом, без лозинке',
  sendLink: 'Пошаљи ми везу',
  linkSent: 'Ако за {{email}} постоји налог, веза је послата. Важи {{minutes}} мин.',
  linkConfirm: 'Потврдите да желите да се пријавите',
  linkConfirmFor: 'Пријавити се као {{email}}?',
  linkInvalid: 'Веза је искоришћена или је истекла. Затражите нову.',
  wrongCredentials: 'Адреса или лозинка није исправна.',
  tooManyAttempts: 'Превише покушаја. Покушајте поново за {{minutes}} мин.',
  deactivated: 'Овај налог је деактивиран.',
  ended: 'Одјављени сте. Оно што сте написали остаје на овом уређају.',
  signOut: 'Одјави се',
  signedOut: 'Одјављени сте',
  signOutPending: 'Још није све послато. Ипак се одјавити?',
  sessions: 'Ваше сесије',
  session: 'Сесија',
  thisSession: 'Овај уређај',
  device: 'Уређај',
  lastUsed: 'Последња употреба: {{time}}',
  startedOn: 'Од: {{date}}',
  end: 'Прекини сесију',
  endOthers: 'Прекини све остале сесије',
  changePassword: 'Промени лозинку',
  currentPassword: 'Садашња лозинка',
  newPassword: 'Нова лозинка',
  passwordChanged: 'Лозинка је промењена',
  passwordTooShort: 'Најмање знакова: {{limit}}',
  demoAccounts: 'Демо налози',
  demoPassword: 'Лозинка свих демо налога: {{password}}',
} as const satisfies Serbian<typeof en>
