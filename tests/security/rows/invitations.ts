import { anybody, inPlaces, type Rows } from '../table.ts'
import { organizationOf } from '../things.ts'
import { newId, type World } from '../world.ts'

async function invitation(world: World, spaceId: string) {
  return {
    spaceId,
    invitationId: newId(),
    projectId: world.projectId,
    organizationId: await organizationOf(world),
    seat: 'focalPoint',
    email: `${newId()}@invited.test`,
    name: 'Invited',
    rendition: 'en',
    participationId: newId(),
  }
}
const secret = 'A'.repeat(43)

/** The coordinator invites from the coordination space, an administrator from the network; secrets are tried by anybody. */
export const invitations: Rows = {
  'invitations.send': inPlaces(['coordination', 'network'], ['coordinator', 'administrator'], (world, { spaceId }) =>
    invitation(world, spaceId),
  ),
  'invitations.revoke': inPlaces(
    ['coordination', 'network'],
    ['coordinator', 'administrator'],
    async (world, { spaceId, host }) => {
      const sent = await invitation(world, spaceId)
      await world.make(host, 'invitations.send', sent)
      return { spaceId, invitationId: sent.invitationId }
    },
  ),
  'invitations.preview': anybody(() => ({ secret }), 'notFound'),
  'invitations.accept': anybody(
    () => ({ secret, rendition: 'en', account: { name: 'Guest', password: 'long enough' } }),
    'notFound',
  ),
}
