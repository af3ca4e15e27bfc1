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
import { finishSetup } from './setup-link.ts'

const sender = { personId: SYSTEM_ACTOR_ID, system: true }

/** What an account needs that is made without an invitation. */
export type NewAdministrator = { name: string; email: string; password: string; rendition: PersonRendition }

/**
 * Makes an administrator's account, fills the catalogues of a new network, and closes setup; gives the person's id. Cut
 * short at any point it can be done again, by the same `secret` of the setup link or by another. Throws `notFound` where
 * the link was used meanwhile.
 */
export async function createAdministrator(
  hub: { readonly kernel: Kernel; readonly identity: Pick<Identity, 'db' | 'now' | 'passwords'> },
  account: NewAdministrator,
  secret?: string,
): Promise<string> {
  const hash = await hub.identity.passwords.hash(account.password)
  const spaceId = await networkSpaceId(hub.kernel.reads)
  const personId = (await begunAccount(hub.kernel, account.email)) ?? (await openAccount(hub.kernel, spaceId, account))
  await beginCatalogues(hub.kernel, spaceId)
  await finishSetup(hub.identity, { personId, hash, secret })
  return personId
}

/** The account of an earlier try that got no further. */
async function begunAccount(kernel: Kernel, email: string): Promise<string | undefined> {
  const row = await kernel.reads
    .selectFrom('person')
    .leftJoin('auth_password', 'auth_password.person_id', 'person.id')
    .select('person.id')
    .where((is) => is.eb(is.fn('lower', ['person.email']), '=', email.toLowerCase()))
    .where('administrator', '=', true)
    .where('auth_password.hash', 'is', null)
    .executeTakeFirst()
  return row?.id
}

async function openAccount(
  kernel: Kernel,
  spaceId: string,
  { name, email, rendition }: NewAdministrator,
): Promise<string> {
  const person = { personId: randomUUID(), personalSpaceId: randomUUID(), name, email, rendition }
  const input = { spaceId, ...person, administrator: true, demo: false }
  await kernel.execute(addPerson, { sender, commandId: randomUUID(), input })
  return person.personId
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
