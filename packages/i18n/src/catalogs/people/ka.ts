import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  person: 'პირი',
  people: 'ადამიანები',
  profile: 'პროფილი',
  yourProfile: 'თქვენი პროფილი',
  name: 'სახელი და გვარი',
  email: 'ელფოსტა',
  organization: 'ორგანიზაცია',
  seat: 'პოზიცია',
  seats: 'პოზიციები',
  role: 'როლი',
  roles: 'როლები',
  language: 'ენა',
  timeZone: 'დროის სარტყელი',
  picture: 'სურათი',
  add: 'პირის დამატება',
  edit: 'მონაცემების რედაქტირება',
  rename: 'სახელის შეცვლა',
  deactivate: 'დეაქტივაცია',
  deactivateConfirm: 'დეაქტივაცია: {{person}}? ყველა სესია მაშინვე დასრულდება.',
  reactivate: 'ხელახლა გააქტიურება',
  deactivated: 'დეაქტივირებულია',
  lastSeen: 'ბოლოს აქ იყო: {{time}}',
  neverSeen: 'ჯერ არ შემოსულა',
  online: 'ახლა აქ არის',
  memberOf: 'წევრია',
  addMember: 'წევრის დამატება',
  removeMember: 'წევრის მოცილება',
  removeMemberConfirm: 'მოცილდეს ამ სივრციდან: {{person}}?',
  changeRole: 'როლის შეცვლა',
  emailTaken: 'ამ ელფოსტით პირი უკვე არსებობს.',
  emailInvalid: 'ეს ელფოსტის მისამართი არ არის.',
  count_one: '{{count}} ადამიანი',
  count_other: '{{count}} ადამიანი',
  searchPlaceholder: 'ადამიანის ძიება…',
  empty: 'აქ ჯერ არავინაა',
  administrator: 'ადმინისტრატორი',
  noSeat: 'პოზიციის გარეშე',
  addedAbout: 'პირი შედის ელფოსტით მიღებული ბმულით.',
  giveSeat: 'პოზიციის მინიჭება',
} as const satisfies Georgian<typeof en>
