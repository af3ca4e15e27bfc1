import { defineCommand } from '../core/command.ts'
import { notFound } from '../core/errors.ts'
import { confirmContactsInput } from './contacts.ts'
import { contactsConfirmed } from './municipalities.events.ts'
import { can } from './municipalities.policy.ts'

type State = {
  readonly organization: { readonly id: string; readonly spaceId: string | null } | undefined
  /** When somebody said so last. */
  readonly confirmedAt: string | null
}

/** Says that the people in the municipality's seats are still the right ones. */
export const contactsConfirm = defineCommand(
  'municipality.confirmContacts',
  confirmContactsInput,
  ({ organization, confirmedAt }: State, input, { actor, now }) => {
    if (!can.confirmContacts(actor) || organization?.spaceId !== input.spaceId) throw notFound()
    if (confirmedAt?.slice(0, 10) === now.slice(0, 10)) return []
    return [contactsConfirmed.of({ organizationId: organization.id })]
  },
)
