import { invitationRevoke, invitationSend } from '@kolo/domain/invitations/invitations.decide'
import { invitationSent } from '@kolo/domain/invitations/invitations.events'
import { participationAdded } from '@kolo/domain/organizations/organizations.events'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import {
  hasForeignProject,
  networkSpaceId,
  organizationById,
  participates,
  spacesOfParticipation,
} from '../../organizations/organizations.queries.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { invitationById, isInvited } from '../invitations.queries.ts'

async function coordinationOf(db: Reads, projectId: string): Promise<{ coordinationSpaceId: string } | undefined> {
  const row = await db
    .selectFrom('project')
    .select('coordination_space_id')
    .where('id', '=', projectId)
    .executeTakeFirst()
  return row && { coordinationSpaceId: row.coordination_space_id }
}

/** Invites an address into a seat. The mail with the link leaves after the commit, by the ledger of deliveries. */
export const sendInvitation = command(invitationSend, {
  async spaces(read, input) {
    const [network, project, spaces] = await Promise.all([
      networkSpaceId(read),
      coordinationOf(read, input.projectId),
      spacesOfParticipation(read, input.organizationId, [input.projectId]),
    ])
    return [input.spaceId, network, ...(project ? [project.coordinationSpaceId] : []), ...spaces]
  },
  async handle({ tx, input, decide, actor, now }) {
    const { projectId, organizationId, invitationId, participationId } = input
    const [project, organization, takesPart, elsewhere, same, invited] = await Promise.all([
      coordinationOf(tx.read, projectId),
      organizationById(tx.read, organizationId),
      participates(tx.read, organizationId, projectId),
      hasForeignProject(tx.read, organizationId, actor.personId),
      tx.read.selectFrom('invitation').select('id').where('id', '=', invitationId).executeTakeFirst(),
      isInvited(tx.read, { ...input, now }),
    ])
    const events = decide({
      project,
      organization,
      participates: takesPart,
      elsewhere,
      idTaken: same !== undefined,
      alreadyInvited: invited,
    })
    const participation = events.find((event) => event.type === participationAdded.type)
    if (participation) {
      const { role } = participationAdded.payload.parse(participation.payload)
      const row = {
        id: participationId,
        project_id: projectId,
        organization_id: organizationId,
        role,
        since: now,
        ended_at: null,
      }
      tx.write((db) => db.insertInto('participation').values(row))
    }
    const sent = events.find((event) => event.type === invitationSent.type)
    const { expiresAt } = invitationSent.payload.parse(sent?.payload)
    tx.write((db) =>
      db.insertInto('invitation').values({
        id: invitationId,
        space_id: input.spaceId,
        project_id: projectId,
        organization_id: organizationId,
        seat: input.seat,
        email: input.email,
        name: input.name,
        rendition: input.rendition,
        sent_by: actor.personId,
        sent_at: now,
        expires_at: expiresAt,
      }),
    )
    const delivery = { key: `invitation:${invitationId}`, kind: 'invitation' as const, subject_id: invitationId }
    tx.write((db) => db.insertInto('mail_delivery').values({ ...delivery, requested_at: now, next_try_at: now }))
    if (!participation) return events
    return [
      ...events,
      ...(await reconcileMembers(tx, await spacesOfParticipation(tx.read, organizationId, [projectId]))),
    ]
  },
})

/** Takes an invitation back; its link answers like one that never was. */
export const revokeInvitation = command(invitationRevoke, {
  spaces: ownSpace,
  async handle({ tx, input, decide, now }) {
    const events = decide({ invitation: await invitationById(tx.read, input) })
    if (events.length > 0) {
      tx.write((db) =>
        db.updateTable('invitation').set({ revoked_at: now, secret_hash: null }).where('id', '=', input.invitationId),
      )
    }
    return events
  },
})
