import type { z } from 'zod'
import type { acceptInvitationInput, Invitation } from '@kolo/domain/invitations/invitations'
import { invitationAccept } from '@kolo/domain/invitations/invitations.decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import { command } from '../../../kernel/command.ts'
import type { Reads, Tx } from '../../../kernel/transaction.ts'
import {
  networkSpaceId,
  participates,
  seatOf,
  spacesOfOrganization,
} from '../../organizations/organizations.queries.ts'
import { accountByEmail } from '../../people/people.queries.ts'
import { openSpace, reconcileMembers } from '../../spaces/members.ts'
import { invitationBySecret } from '../invitations.queries.ts'

type Input = z.infer<typeof acceptInvitationInput>

async function invitationFor(db: Reads, input: Input): Promise<Invitation | undefined> {
  const found = await invitationBySecret(db, Buffer.from(input.secretHash, 'hex'))
  return found?.spaceId === input.spaceId && found.invitation.id === input.invitationId ? found.invitation : undefined
}

function openAccount(tx: Tx, input: Input, email: string, now: string): EventDraft {
  const { personId, personalSpaceId, name, rendition, passwordHash } = input
  const opened = openSpace(tx, { id: personalSpaceId, kind: 'personal', projectId: null, title: '', now })
  const row = {
    id: personId,
    name,
    email,
    rendition,
    personal_space_id: personalSpaceId,
    created_at: now,
    disabled_at: null,
  }
  tx.write((db) => db.insertInto('person').values(row))
  if (passwordHash !== null) {
    tx.write((db) =>
      db.insertInto('auth_password').values({ person_id: personId, hash: passwordHash, changed_at: now }),
    )
  }
  return opened
}

/** The invited person takes the seat. Only the procedure that has checked the link sends it. */
export const acceptInvitation = command(invitationAccept, {
  async spaces(read, input) {
    const [invitation, network] = await Promise.all([invitationFor(read, input), networkSpaceId(read)])
    return [input.spaceId, network, ...(invitation ? await spacesOfOrganization(read, invitation.organizationId) : [])]
  },
  async handle({ tx, input, decide, now, ids }) {
    const { personId, invitationId, personalSpaceId } = input
    const [invitation, networkId] = await Promise.all([invitationFor(tx.read, input), networkSpaceId(tx.read)])
    const [account, seat, takesPart] = await Promise.all([
      invitation && accountByEmail(tx.read, invitation.email),
      invitation && seatOf(tx.read, { ...invitation, personId }),
      invitation ? participates(tx.read, invitation.organizationId, invitation.projectId) : false,
    ])
    const seatId = seat?.id ?? ids()
    const held = seat?.held ?? false
    const events = decide({ invitation, account, participates: takesPart, networkSpaceId: networkId, seatId, held })
    if (!invitation) return events
    const { organizationId, seat: kind, email } = invitation
    const opened = account ? undefined : openAccount(tx, input, email, now)
    tx.write((db) =>
      db
        .updateTable('invitation')
        .set({ accepted_at: now, person_id: personId, secret_hash: null })
        .where('id', '=', invitationId),
    )
    if (!seat)
      tx.write((db) =>
        db.insertInto('seat').values({ id: seatId, organization_id: organizationId, kind, created_at: now }),
      )
    if (!held)
      tx.write((db) => db.insertInto('seat_holder').values({ seat_id: seatId, person_id: personId, since: now }))
    const spaces = [...(opened ? [personalSpaceId] : []), ...(await spacesOfOrganization(tx.read, organizationId))]
    return [...(opened ? [opened] : []), ...events, ...(await reconcileMembers(tx, spaces))]
  },
})
