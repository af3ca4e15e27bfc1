import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  invitation: 'მოწვევა',
  invitations: 'მოწვევები',
  invite: 'მოწვევა',
  invitePerson: 'პირის მოწვევა',
  email: 'ელფოსტა',
  personName: 'სახელი და გვარი',
  organization: 'ორგანიზაცია',
  role: 'როლი',
  seat: 'პოზიცია',
  project: 'პროექტი',
  language: 'წერილის ენა',
  send: 'მოწვევის გაგზავნა',
  sent: 'მოწვევა გაიგზავნა: {{email}}',
  resend: 'ხელახლა გაგზავნა',
  revoke: 'გაუქმება',
  revokeConfirm: 'გაუქმდეს მოწვევა: {{email}}?',
  pending: 'პასუხის მოლოდინში',
  accepted: 'მიღებულია',
  revoked: 'გაუქმებულია',
  expired: 'ვადაგასულია',
  expiresOn: 'მოქმედებს თარიღამდე: {{date}}',
  invitedBy: 'იწვევს: {{person}}',
  welcome: 'თქვენ მოწვეული ხართ',
  welcomeAbout: 'პროექტი: {{project}}. როლი: {{role}}. ორგანიზაცია: {{organization}}.',
  accept: 'მოწვევის მიღება',
  decline: 'უარი',
  choosePassword: 'აირჩიეთ პაროლი',
  passwordAbout: 'მინიმუმ {{limit}} სიმბოლო. შესვლა შეგიძლიათ ბმულითაც, პაროლის გარეშე.',
  yourName: 'თქვენი სახელი და გვარი',
  linkInvalid: 'ეს მოწვევა აღარ მოქმედებს. მოითხოვეთ ახალი.',
  wrongAccount: 'მოწვევის ადრესატია {{email}}. ჯერ გამოდით სისტემიდან.',
  alreadyInvited: 'ეს პირი უკვე მოწვეულია.',
  alreadyMember: 'ეს პირი უკვე წევრია.',
  seatNeeded: 'აირჩიეთ პოზიცია.',
  empty: 'მოწვევები არ არის',
} as const satisfies Georgian<typeof en>
