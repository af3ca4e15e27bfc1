import { contactsConfirm } from '@kolo/domain/municipalities/contacts.decide'
import { command, ownSpace } from '../../../kernel/command.ts'

/** Says that the people in the municipality's seats are still the right ones. */
export const confirmContacts = command(contactsConfirm, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const row = await tx.read
      .selectFrom('organization')
      .select(['id', 'space_id as spaceId', 'contacts_confirmed_at as confirmedAt'])
      .where('id', '=', input.organizationId)
      .executeTakeFirst()
    const events = decide({ organization: row, confirmedAt: row?.confirmedAt ?? null })
    if (events.length > 0)
      tx.write((db) =>
        db
          .updateTable('organization')
          .set({ contacts_confirmed_at: now, contacts_confirmed_by: actor.personId })
          .where('id', '=', input.organizationId),
      )
    return events
  },
})
