import { personAdd } from '@kolo/domain/people/people.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { openSpace, reconcileMembers } from '../../spaces/members.ts'
import { accountByEmail, personById } from '../people.queries.ts'

/** Opens an account with its own space. How the person signs in is set apart from it. */
export const addPerson = command(personAdd, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const [person, account] = await Promise.all([
      personById(tx.read, input.personId),
      accountByEmail(tx.read, input.email),
    ])
    const events = decide({ person, emailTaken: account !== undefined })
    const { personId, personalSpaceId, name, email, rendition, demo, administrator } = input
    const opened = openSpace(tx, { id: personalSpaceId, kind: 'personal', projectId: null, title: '', now })
    tx.write((db) =>
      db.insertInto('person').values({
        id: personId,
        name,
        email,
        rendition,
        demo,
        administrator,
        personal_space_id: personalSpaceId,
        created_at: now,
        disabled_at: null,
      }),
    )
    return [opened, ...events, ...(await reconcileMembers(tx, [input.spaceId, personalSpaceId]))]
  },
})
