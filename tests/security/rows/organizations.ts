import { inPlaces, only, type Rows, signedIn } from '../table.ts'
import { accountOf, organizationOf } from '../things.ts'
import { newId, type World } from '../world.ts'

async function seatInput(world: World) {
  const organizationId = await organizationOf(world)
  return { spaceId: world.spaces.network, organizationId, seat: 'focalPoint', personId: await accountOf(world) }
}

/** Administrators look after organizations and seats; a coordinator brings organizations into the own project. */
export const organizations: Rows = {
  'organizations.create': inPlaces(
    ['network', 'coordination', 'commons'],
    ['administrator', 'coordinator'],
    (_world, { spaceId }) => ({
      spaceId,
      organizationId: newId(),
      kind: 'partner',
      name: 'New',
      country: 'RS',
      color: '#123456',
    }),
  ),
  'organizations.rename': inPlaces(['network'], ['administrator'], async (world, { spaceId }) => ({
    spaceId,
    organizationId: await organizationOf(world),
    name: 'Renamed',
  })),
  'organizations.fillSeat': inPlaces(['network'], ['administrator'], (world) => seatInput(world)),
  'organizations.vacateSeat': inPlaces(['network'], ['administrator'], async (world) => {
    const seat = await seatInput(world)
    await world.make('administrator', 'organizations.fillSeat', seat)
    return seat
  }),
  'organizations.addParticipation': inPlaces(['coordination'], ['coordinator'], async (world, { spaceId }) => ({
    spaceId,
    participationId: newId(),
    organizationId: await organizationOf(world),
    role: 'partner',
  })),
  'organizations.endParticipation': inPlaces(['coordination'], ['coordinator'], async (world, { spaceId }) => {
    const participationId = newId()
    const organizationId = await organizationOf(world)
    await world.make('coordinator', 'organizations.addParticipation', {
      spaceId,
      participationId,
      organizationId,
      role: 'partner',
    })
    return { spaceId, participationId }
  }),
  'organizations.directory': signedIn(),
  'organizations.freeMunicipalities': only(['administrator', 'coordinator', 'foreignCoordinator'], () => ({})),
}
