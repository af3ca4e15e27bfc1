import type { SystemRow } from './systems.ts'

/** The catalogue that an installation can begin with; `data/systems.csv` tells its source. */
export const knownSystems: readonly SystemRow[] = [
  {
    key: 'dms',
    name: 'Document and case management',
    about:
      'Electronic registry office and case files (Serbia: ePisarnica; Georgia: Municipal Services Management System, 10 standardised processes)',
  },
  {
    key: 'one-stop-shop',
    name: 'One-stop shop / citizen assistance centre',
    about: 'Single administrative point, service centre, community centre',
  },
  {
    key: 'e-permits',
    name: 'e-Permits and urban planning',
    about: 'Electronic building permits and planning procedures',
  },
  { key: 'gis', name: 'GIS and address register', about: 'Spatial data, cadastre link, address register' },
  {
    key: 'local-tax',
    name: 'Local tax administration',
    about: 'Assessment, collection and online payment of local taxes and fees',
  },
  { key: 'budget', name: 'Budget and accounting', about: 'Treasury, budget execution and accounting' },
  {
    key: 'portal',
    name: 'Website and e-services portal',
    about: 'Municipal website with electronic services (Georgia: unified platform for municipalities)',
  },
  {
    key: 'problem-reporting',
    name: 'Communal problem reporting',
    about: 'Citizen reports with guaranteed answer time (Indjija: System 48)',
  },
  {
    key: 'data-exchange',
    name: 'Data exchange with state registers',
    about: 'Queries to national registers in administrative procedures (Serbia: eZUP)',
  },
  { key: 'property', name: 'Property and assets', about: 'Register of municipal property' },
  { key: 'civil-status', name: 'Civil status registers', about: 'Birth, marriage and death registers' },
  { key: 'hr', name: 'Human resources and payroll', about: 'Staff records and payroll' },
  { key: 'e-session', name: 'e-Session of the assembly', about: 'Paperless sessions, agenda and voting' },
  { key: 'open-data', name: 'Open data', about: 'Publishing of datasets' },
  { key: 'participation', name: 'e-Participation', about: 'Consultations, petitions, participatory budgeting' },
  {
    key: 'infrastructure',
    name: 'Network, backup and security',
    about: 'Network, servers, backups and information security',
  },
]
