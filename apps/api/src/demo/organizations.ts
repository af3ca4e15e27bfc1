import type { SeatKind } from '@kolo/domain/core/roles'

/** The partners of the demo, one a country besides the lead, and the donor. */
export const demoPartners = [
  { key: 'ega', name: 'e-Governance Academy', country: 'EE', color: '#0f5e63', role: 'lead', seats: {} },
  {
    key: 'partner-serbia',
    name: 'Local partner Serbia',
    country: 'RS',
    color: '#9a3412',
    role: 'partner',
    seats: { focalPoint: 'partner-serbia' },
  },
  {
    key: 'partner-montenegro',
    name: 'Local partner Montenegro',
    country: 'ME',
    color: '#1d4ed8',
    role: 'partner',
    seats: { focalPoint: 'partner-montenegro' },
  },
  {
    key: 'partner-georgia',
    name: 'Local partner Georgia',
    country: 'GE',
    color: '#7e22ce',
    role: 'partner',
    seats: { focalPoint: 'partner-georgia' },
  },
] as const satisfies readonly { seats: Partial<Record<SeatKind, string>>; [key: string]: unknown }[]

/** The municipalities that take part: which one it is, and who sits there. */
export const demoMunicipalities = [
  {
    key: 'indjija',
    country: 'RS',
    name: 'Inđija',
    seats: { focalPoint: 'officer-indjija', approver: 'approver-indjija' },
  },
  { key: 'loznica', country: 'RS', name: 'Loznica', seats: { focalPoint: 'officer-loznica' } },
  { key: 'arilje', country: 'RS', name: 'Arilje', seats: { focalPoint: 'officer-arilje' } },
  { key: 'pozega', country: 'RS', name: 'Požega', seats: { focalPoint: 'officer-pozega' } },
  { key: 'tivat', country: 'ME', name: 'Tivat', seats: { focalPoint: 'officer-tivat' } },
  { key: 'bijelo-polje', country: 'ME', name: 'Bijelo Polje', seats: { focalPoint: 'officer-bijelo-polje' } },
  { key: 'kolasin', country: 'ME', name: 'Kolašin', seats: { focalPoint: 'officer-kolasin' } },
  { key: 'gori', country: 'GE', name: 'Gori', seats: { focalPoint: 'officer-gori' } },
  { key: 'khashuri', country: 'GE', name: 'Khashuri', seats: { focalPoint: 'officer-khashuri' } },
] as const satisfies readonly { seats: Partial<Record<SeatKind, string>>; [key: string]: unknown }[]

export const partnerOfCountry = { RS: 'partner-serbia', ME: 'partner-montenegro', GE: 'partner-georgia' } as const
export const municipalityColors = { RS: '#b45309', ME: '#2563eb', GE: '#9333ea' } as const

/** Everybody who sits somewhere in the demo, besides those whose accounts are told to the newcomer. */
export const seatedPeople: readonly string[] = demoMunicipalities.flatMap(({ seats }) => Object.values(seats))
