import { personDisable, personEnable } from '@kolo/domain/people/people.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { personById, spacesOfPerson } from '../people.queries.ts'

const concerned = async (read: Reads, input: { spaceId: string; personId: string }): Promise<string[]> => [
  input.spaceId,
  ...(await spacesOfPerson(read, input.personId)),
]

/** Closes an account: sessions, links and memberships end at once. */
export const disablePerson = command(personDisable, {
  spaces: concerned,
  async handle({ tx, input, decide, now }) {
    const events = decide({ person: await personById(tx.read, input.personId) })
    if (events.length === 0) return events
    tx.write((db) => db.updateTable('person').set({ disabled_at: now }).where('id', '=', input.personId))
    tx.write((db) => db.deleteFrom('auth_session').where('person_id', '=', input.personId))
    tx.write((db) => db.deleteFrom('auth_link').where('person_id', '=', input.personId))
    return [...events, ...(await reconcileMembers(tx, await spacesOfPerson(tx.read, input.personId)))]
  },
})

/** Opens a closed account again, with what its seats grant. */
export const enablePerson = command(personEnable, {
  spaces: concerned,
  async handle({ tx, input, decide }) {
    const events = decide({ person: await personById(tx.read, input.personId) })
    if (events.length === 0) return events
    tx.write((db) => db.updateTable('person').set({ disabled_at: null }).where('id', '=', input.personId))
    return [...events, ...(await reconcileMembers(tx, await spacesOfPerson(tx.read, input.personId)))]
  },
})
