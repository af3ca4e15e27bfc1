import { randomUUID } from 'node:crypto'
import { SYSTEM_ACTOR_ID } from '@kolo/domain/core/ids'
import { knownIndicators } from '@kolo/domain/indicators/known-indicators'
import type { PersonRendition } from '@kolo/domain/people/people'
import { knownSystems } from '@kolo/domain/systems/known-systems'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Identity } from '../../credentials/identity.ts'
import { importIndicators } from '../indicators/commands/import-indicators.ts'
import { allIndicators } from '../indicators/indicators.queries.ts'
import { networkSpaceId } from '../organizations/organizations.queries.ts'
import { addPerson } from '../people/commands/add-person.ts'
import { importSystems } from '../systems/commands/import-systems.ts'
import { allSystems } from '../systems/systems.queries.ts'
import { closeSetup } from './setup-link.ts'

const sender = { personId: SYSTEM_ACTOR_ID, system: true }

/** What an account needs that is made without an invitation. */
export type NewAdministrator = { name: string; email: string; password: string; rendition: PersonRendition }

/** Makes an administrator's account, fills the catalogues of a new network, and closes the setup link; gives the person's id. */
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
  await hub.kernel.execute(addPerson, { sender, commandId: randomUUID(), input })
  await hub.identity.setPassword(personId, password)
  await beginCatalogues(hub.kernel, spaceId)
  await closeSetup(hub.identity)
  return personId
}

/** A network without systems and indicators begins with those that Kolo knows: the first rollout needs both. */
async function beginCatalogues(kernel: Kernel, spaceId: string): Promise<void> {
  const [systems, indicators] = await Promise.all([allSystems(kernel.reads), allIndicators(kernel.reads)])
  if (systems.length === 0) {
    const input = { spaceId, rows: [...knownSystems] }
    await kernel.execute(importSystems, { sender, commandId: randomUUID(), input })
  }
  if (indicators.length === 0) {
    const input = { spaceId, rows: [...knownIndicators] }
    await kernel.execute(importIndicators, { sender, commandId: randomUUID(), input })
  }
}
