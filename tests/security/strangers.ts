import { randomUUID } from 'node:crypto'
import { demoId } from '@kolo/api/testing'
import type { Person } from './people.ts'

type Making = {
  make(person: Person, path: string, input: unknown): Promise<unknown>
  readonly spaces: { readonly network: string }
  readonly coordinationSpaceId: string
}

/** Makes those who have nothing to do with the demo's project: a second project with its people, and people who have left. */
export async function makeStrangers(making: Making): Promise<Map<Person, string>> {
  const { make, spaces } = making
  const spaceId = spaces.network
  const person = async (name: string): Promise<string> => {
    const personId = randomUUID()
    const email = `${personId}@strangers.test`
    await make('administrator', 'people.add', {
      spaceId,
      personId,
      personalSpaceId: randomUUID(),
      name,
      email,
      rendition: 'en',
    })
    return personId
  }
  const organization = async (name: string, municipalityId?: string): Promise<string> => {
    const organizationId = randomUUID()
    const municipality = municipalityId === undefined ? null : { municipalityId, spaceId: randomUUID() }
    const kind = municipality === null ? 'partner' : 'municipality'
    const input = { spaceId, organizationId, kind, name, country: 'RS', color: '#123456', municipality }
    await make('administrator', 'organizations.create', input)
    return organizationId
  }
  const seat = (verb: 'fillSeat' | 'vacateSeat', organizationId: string, personId: string) =>
    make('administrator', `organizations.${verb}`, { spaceId, organizationId, seat: 'focalPoint', personId })

  const coordinator = await person('Foreign coordinator')
  const partner = await person('Foreign partner')
  const officer = await person('Foreign officer')
  const formerPartner = await person('Former partner')
  const formerOfficer = await person('Former officer')
  const endedPartner = await person('Ended partner')

  const partnerOrganization = await organization('Foreign partner')
  await seat('fillSeat', partnerOrganization, partner)
  await secondProject(making, coordinator, partnerOrganization)

  const free = (await make('administrator', 'organizations.freeMunicipalities', {})) as { id: string }[]
  await seat('fillSeat', await organization('Foreign municipality', free[0]!.id), officer)

  for (const [key, id] of [
    ['partner-serbia', formerPartner],
    ['indjija', formerOfficer],
  ] as const) {
    await seat('fillSeat', demoId(`organization ${key}`), id)
    await seat('vacateSeat', demoId(`organization ${key}`), id)
  }
  const endedOrganization = await organization('Ended partner')
  await seat('fillSeat', endedOrganization, endedPartner)
  const participation = { spaceId: making.coordinationSpaceId, participationId: randomUUID() }
  await make('coordinator', 'organizations.addParticipation', {
    ...participation,
    organizationId: endedOrganization,
    role: 'partner',
  })
  await make('coordinator', 'organizations.endParticipation', participation)
  return new Map<Person, string>([
    ['foreignCoordinator', coordinator],
    ['foreignPartner', partner],
    ['foreignOfficer', officer],
    ['formerPartner', formerPartner],
    ['formerOfficer', formerOfficer],
    ['endedPartner', endedPartner],
  ])
}

/** A project beside the demo's; the administrator invites its partner into it by way of the network. */
async function secondProject({ make, spaces }: Making, coordinatorId: string, organizationId: string): Promise<void> {
  const projectId = randomUUID()
  await make('administrator', 'projects.create', {
    spaceId: spaces.network,
    projectId,
    commonsSpaceId: randomUUID(),
    coordinationSpaceId: randomUUID(),
    slug: 'another-project',
    name: 'Another project',
    shortName: 'Another',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
    about: {},
    coordinatorId,
    template: 'six-stage',
  })
  await make('administrator', 'invitations.send', {
    spaceId: spaces.network,
    invitationId: randomUUID(),
    projectId,
    organizationId,
    seat: 'focalPoint',
    email: 'somebody@strangers.test',
    name: 'Somebody',
    rendition: 'en',
    participationId: randomUUID(),
  })
}
