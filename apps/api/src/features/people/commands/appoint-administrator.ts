import { administratorAppoint, administratorDismiss } from '@kolo/domain/people/people.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { personById } from '../people.queries.ts'

/** Makes a person an administrator of the network. */
export const appointAdministrator = command(administratorAppoint, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const events = decide({ person: await personById(tx.read, input.personId) })
    if (events.length === 0) return events
    tx.write((db) => db.updateTable('person').set({ administrator: true }).where('id', '=', input.personId))
    return [...events, ...(await reconcileMembers(tx, [input.spaceId]))]
  },
})

/** Takes the role of administrator back; one always remains. */
export const dismissAdministrator = command(administratorDismiss, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const [person, others] = await Promise.all([
      personById(tx.read, input.personId),
      tx.read
        .selectFrom('person')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('administrator', '=', true)
        .where('disabled_at', 'is', null)
        .where('id', '!=', input.personId)
        .executeTakeFirstOrThrow(),
    ])
    const events = decide({ person, otherAdministrators: others.count })
    if (events.length === 0) return events
    tx.write((db) => db.updateTable('person').set({ administrator: false }).where('id', '=', input.personId))
    return [...events, ...(await reconcileMembers(tx, [input.spaceId]))]
  },
})
