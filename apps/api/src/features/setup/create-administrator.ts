import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import type { PersonRendition } from '@kolo/domain/people/people'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Identity } from '../../credentials/identity.ts'
import { networkSpaceId } from '../organizations/organizations.queries.ts'
import { addPerson } from '../people/commands/add-person.ts'
import { closeSetup } from './setup-link.ts'

/** What an account needs that is made without an invitation. */
export type NewAdministrator = { name: string; email: string; password: string; rendition: PersonRendition }

/** Makes an administrator's account and closes the setup link; gives the person's id. */
export async function createAdministrator(
  hub: { readonly kernel: Kernel; readonly identity: Pick<Identity, 'db' | 'now' | 'setPassword'> },
  { name, email, password, rendition }: NewAdministrator,
): Promise<string> {
  const personId = randomUUID()
  const spaceId = await networkSpaceId(hub.kernel.reads)
  const input = {
    spaceId,
    personId,
    personalSpaceId: randomUUID(),
    name,
    email,
    rendition,
    administrator: true,
    demo: false,
  }
  const sender = { personId: SYSTEM_ACTOR_ID, system: true }
  await hub.kernel.execute(addPerson, { sender, commandId: randomUUID(), input })
  await hub.identity.setPassword(personId, password)
  await closeSetup(hub.identity)
  return personId
}
