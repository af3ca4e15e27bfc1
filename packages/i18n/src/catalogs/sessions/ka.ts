import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  signIn: 'შესვლა',
  signInTo: 'შესვლა: {{network}}',
  intro: 'ადგილი, სადაც პარტნიორები ერთად მუშაობენ, მუნიციპალიტეტები კი ანგარიშებს წარადგენენ.',
  email: 'ელფოსტა',
  password: 'პაროლი',
  showPassword: 'პაროლის ჩვენება',
  hidePassword: 'პაროლის დამალვა',
  submit: 'შესვლა',
  signingIn: 'მიმდინარეობს შესვლა…',
  orByLink: 'ან ბმულით, პაროლის გარეშე',
  sendLink: 'ბმულის გაგზავნა',
  linkSent: 'თუ {{email}} რეგისტრირებულია, ბმული უკვე გაიგზავნა. მოქმედებს {{minutes}} წუთი.',
  linkConfirm: 'დაადასტურეთ, რომ გსურთ შესვლა',
  linkConfirmFor: 'შესვლა მისამართით {{email}}?',
  linkInvalid: 'ბმული უკვე გამოყენებულია ან ვადაგასულია. მოითხოვეთ ახალი.',
  wrongCredentials: 'ელფოსტა ან პაროლი არასწორია.',
  tooManyAttempts: 'ძალიან ბევრი მცდელობაა. სცადეთ {{minutes}} წუთში.',
  deactivated: 'ეს მომხმარებელი დეაქტივირებულია.',
  ended: 'თქვენ გამოხვედით სისტემიდან. დაწერილი ამ მოწყობილობაზე რჩება.',
  signOut: 'გასვლა',
  signedOut: 'თქვენ გამოხვედით',
  signOutPending: 'ყველაფერი ჯერ არ გაგზავნილა. მაინც გამოხვიდეთ?',
  sessions: 'თქვენი სესიები',
  session: 'სესია',
  thisSession: 'ეს მოწყობილობა',
  device: 'მოწყობილობა',
  lastUsed: 'ბოლოს გამოყენებული: {{time}}',
  startedOn: 'თარიღიდან: {{date}}',
  end: 'სესიის დასრულება',
  endOthers: 'ყველა სხვა სესიის დასრულება',
  changePassword: 'პაროლის შეცვლა',
  currentPassword: 'ამჟამინდელი პაროლი',
  newPassword: 'ახალი პაროლი',
  passwordChanged: 'პაროლი შეიცვალა',
  passwordTooShort: 'მინიმუმ {{limit}} სიმბოლო',
  demoAccounts: 'დემო მომხმარებლები',
  demoPassword: 'ყველა დემო მომხმარებლის პაროლი: {{password}}',
} as const satisfies Georgian<typeof en>
