import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  organization: 'ორგანიზაცია',
  organizations: 'ორგანიზაციები',
  add: 'ორგანიზაციის დამატება',
  edit: 'ორგანიზაციის რედაქტირება',
  name: 'დასახელება',
  shortName: 'მოკლე დასახელება',
  kind: 'ტიპი',
  partner: 'პარტნიორი',
  municipality: 'მუნიციპალიტეტი',
  observer: 'დამკვირვებელი',
  country: 'ქვეყანა',
  website: 'ვებსაიტი',
  color: 'ფერი',
  colorAbout: 'ახლავს მის წევრებს: ავატარები, კურსორები, ხელმოწერები',
  seats: 'პოზიციები',
  addSeat: 'პოზიციის დამატება',
  removeSeat: 'პოზიციის მოცილება',
  seatOf: '{{seat}}: {{person}}',
  vacant: 'ვაკანტური',
  assign: 'პოზიციის მინიჭება',
  vacate: 'პოზიციის გათავისუფლება',
  people: 'ადამიანები',
  projects: 'პროექტები',
  participations: 'მონაწილეობს',
  lead: 'წამყვანი პარტნიორი',
  since: 'თარიღიდან: {{date}}',
  until: 'თარიღამდე: {{date}}',
  archive: 'დაარქივება',
  archived: 'დაარქივებულია',
  nameTaken: 'ამ დასახელების ორგანიზაცია უკვე არსებობს.',
  seatCount_one: '{{count}} პოზიცია',
  seatCount_other: '{{count}} პოზიცია',
  searchPlaceholder: 'ორგანიზაციის ძიება…',
  empty: 'ორგანიზაციები ჯერ არ არის',
} as const satisfies Georgian<typeof en>
