import type { CatalogMeta, Georgian } from '../catalog.ts'
import type { messages as en } from './en.ts'

/** No native reader has checked this file. */
export const meta = { unreviewed: true } as const satisfies CatalogMeta

/** The same in Georgian. */
export const messages = {
  role: 'როლი',
  seat: 'პოზიცია',
  coordinator: 'კოორდინატორი',
  editor: 'რედაქტორი',
  reporter: 'ანგარიშის შემდგენი',
  approver: 'დამმტკიცებელი',
  reader: 'მკითხველი',
  administrator: 'ადმინისტრატორი',
  observer: 'დამკვირვებელი',
  focalPoint: 'საკონტაქტო პირი',
  itOfficer: 'IT სპეციალისტი',
  signatory: 'ხელმომწერი',
  partner: 'პარტნიორი',
  municipality: 'მუნიციპალიტეტი',
  lead: 'წამყვანი პარტნიორი',
  member: 'წევრი',
  coordinatorAbout: 'მართავს პროექტს: ეტაპები, მოწვევები, ანგარიშები',
  editorAbout: 'წერს დოკუმენტებს, მონაწილეობს თემებში, გადააქვს დავალებები',
  reporterAbout: 'მუშაობს დანერგვაზე და წერს ანგარიშებს',
  approverAbout: 'ამტკიცებს მუნიციპალიტეტის ანგარიშებს',
  readerAbout: 'კითხულობს და წერს კომენტარებს',
  administratorAbout: 'მართავს ორგანიზაციებს, ადამიანებსა და სისტემას',
  observerAbout: 'ხედავს გამოქვეყნებულ დოკუმენტებსა და მიღებულ შედეგებს',
  signatoryAbout: 'ხელს აწერს დოკუმენტებს და აძლევს დასკვნებს',
  seatVacant: 'ვაკანტური',
  changeRole: 'როლის შეცვლა',
  owner: 'საკუთარი სივრცე',
} as const satisfies Georgian<typeof en>
