import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  title: 'ანგარიშგების ციკლი',
  about: 'პერიოდის დაწყებისას მუნიციპალიტეტი საკუთარ სივრცეში ცარიელ მონახაზს იპოვის.',
  none: 'ანგარიში თავისით ჯერ არ მოითხოვება',
  set: 'ციკლის დაყენება',
  change: 'ციკლის შეცვლა',
  save: 'ციკლის შენახვა',
  saved: 'ციკლი დაყენებულია',
  end: 'ციკლის დასრულება',
  ended: 'ანგარიშები თავისით აღარ მოითხოვება',
  rhythm: 'რამდენად ხშირად',
  weekly: 'ყოველ კვირას',
  monthly: 'ყოველ თვე',
  quarterly: 'ყოველ კვარტალში',
  custom: 'დღეების მიხედვით',
  days: 'დღეები პერიოდში',
  startsOn: 'პირველი დღე',
  endsOn: 'ბოლო დღე',
  window: 'წარდგენის დღეები პერიოდის შემდეგ',
  everyDays_one: 'ყოველ {{count}} დღეში',
  everyDays_other: 'ყოველ {{count}} დღეში',
  atOnce_one: 'დაუყოვნებლივ მოითხოვება {{count}} ანგარიში',
  atOnce_other: 'დაუყოვნებლივ მოითხოვება {{count}} ანგარიში',
  nextPeriod: 'შემდეგი პერიოდი',
  endBeforeStart: 'არა პირველ დღემდე.',
  daysRange: '1-დან 366-მდე',
  windowRange: '0-დან 90-მდე',
} as const satisfies Georgian<typeof en>
