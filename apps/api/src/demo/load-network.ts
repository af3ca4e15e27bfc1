import { parse } from 'csv-parse/sync'
import { hashPassword } from '../credentials/passwords.ts'
import { importMunicipalityRows } from '../features/municipalities/commands/import-municipalities.ts'
import { parseMunicipalities } from '../features/municipalities/parse-municipalities.ts'
import { networkSpaceId } from '../features/organizations/organizations.queries.ts'
import { createOrganization } from '../features/organizations/commands/create-organization.ts'
import { fillSeat } from '../features/organizations/commands/fill-seat.ts'
import { addPerson } from '../features/people/commands/add-person.ts'
import { importSystems } from '../features/systems/commands/import-systems.ts'
import { demoAccounts, demoEmail, demoPassword } from './accounts.ts'
import { dayFrom, type DemoHub, demoId, momentOf } from './demo-hub.ts'
import { demoMunicipalities, demoPartners, municipalityColors, seatedPeople } from './organizations.ts'

/** What the rest of the demo refers to. */
export type DemoNetwork = {
  readonly networkSpaceId: string
  /** Ids of municipalities by country and name. */
  municipality(country: string, name: string): string
  /** Ids of systems by key. */
  system(key: string): string
}

// Before the project begins, in days from today.
const founded = -300

/** Municipalities, systems, organizations, people in their seats. */
export async function loadNetwork(
  demo: DemoHub,
  files: { municipalities: string; systems: string },
): Promise<DemoNetwork> {
  const { reads } = demo.hub.kernel
  const spaceId = await networkSpaceId(reads)
  demo.turnTo(momentOf(dayFrom(demo, founded)))
  const { rows, errors } = await parseMunicipalities(Buffer.from(files.municipalities))
  if (errors.length > 0)
    throw new Error(`data/municipalities.csv has rows that can't be imported: ${JSON.stringify(errors)}`)
  const municipalityRows = rows.map(({ line: _line, ...row }) => row)
  await demo.run('municipalities', 'system', importMunicipalityRows, { spaceId, rows: municipalityRows })
  const systems = parse<{ key: string; name: string; about: string }>(files.systems, { columns: true })
  await demo.run('systems', 'system', importSystems, { spaceId, rows: systems })
  const network = await lookups(demo, spaceId)
  await addAccounts(demo, spaceId)
  await addOrganizations(demo, network)
  return network
}

async function lookups(demo: DemoHub, spaceId: string): Promise<DemoNetwork> {
  const { reads } = demo.hub.kernel
  const municipalities = await reads.selectFrom('municipality').select(['id', 'country', 'name']).execute()
  const systems = await reads.selectFrom('system').select(['id', 'key']).execute()
  const found = (id: string | undefined, what: string): string => {
    if (id === undefined) throw new Error(`The demo needs ${what}, which the data doesn't have.`)
    return id
  }
  return {
    networkSpaceId: spaceId,
    municipality: (country, name) =>
      found(municipalities.find((row) => row.country === country && row.name === name)?.id, `the municipality ${name}`),
    system: (key) => found(systems.find((row) => row.key === key)?.id, `the system ${key}`),
  }
}

async function addAccounts(demo: DemoHub, spaceId: string): Promise<void> {
  // One hash for all of them: the password is public anyway, and hashing is slow on purpose.
  const hash = await hashPassword(demoPassword)
  const told = new Set(demoAccounts.map(({ key }) => key))
  for (const key of [...told, ...seatedPeople.filter((person) => !told.has(person))]) {
    const personId = demoId(`person ${key}`)
    await demo.run(`person ${key}`, 'system', addPerson, {
      spaceId,
      personId,
      personalSpaceId: demoId(`personal space ${key}`),
      name: nameOf(key),
      email: demoEmail(key),
      rendition: 'en',
      administrator: key === 'admin',
      demo: true,
    })
    await demo.hub.db
      .insertInto('auth_password')
      .values({ person_id: personId, hash, changed_at: new Date().toISOString() })
      .onConflict((clash) => clash.column('person_id').doNothing())
      .execute()
  }
}

/** By role, and for officers by municipality. */
const nameOf = (key: string): string => {
  const officer = demoMunicipalities.find((municipality) => key === `officer-${municipality.key}`)
  if (officer) return `Officer ${officer.name}`
  return names[key as keyof typeof names]
}

const names = {
  coordinator: 'Coordinator',
  'partner-serbia': 'Partner Serbia',
  'partner-montenegro': 'Partner Montenegro',
  'partner-georgia': 'Partner Georgia',
  'approver-indjija': 'Approver Inđija',
  observer: 'Observer',
  admin: 'Administrator',
} as const

async function addOrganizations(demo: DemoHub, network: DemoNetwork): Promise<void> {
  const spaceId = network.networkSpaceId
  for (const partner of demoPartners) {
    const { key, name, country, color } = partner
    await demo.run(`organization ${key}`, 'system', createOrganization, {
      spaceId,
      organizationId: demoId(`organization ${key}`),
      kind: 'partner',
      name,
      country,
      color,
    })
    await seat(demo, spaceId, key, partner.seats)
  }
  for (const municipality of demoMunicipalities) {
    const { key, name, country } = municipality
    await demo.run(`organization ${key}`, 'system', createOrganization, {
      spaceId,
      organizationId: demoId(`organization ${key}`),
      kind: 'municipality',
      name,
      country,
      color: municipalityColors[country],
      municipality: {
        municipalityId: network.municipality(country, name),
        spaceId: demoId(`municipality space ${key}`),
      },
    })
    await seat(demo, spaceId, key, municipality.seats)
  }
  await demo.run('organization donor', 'system', createOrganization, {
    spaceId,
    organizationId: demoId('organization donor'),
    kind: 'observer',
    name: 'Donor',
    country: null,
    color: '#475569',
  })
  await seat(demo, spaceId, 'donor', { focalPoint: 'observer' })
}

async function seat(
  demo: DemoHub,
  spaceId: string,
  organization: string,
  seats: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [kind, person] of Object.entries(seats)) {
    await demo.run(`seat ${organization} ${kind}`, 'system', fillSeat, {
      spaceId,
      organizationId: demoId(`organization ${organization}`),
      seat: kind as 'focalPoint',
      personId: demoId(`person ${person}`),
    })
  }
}
