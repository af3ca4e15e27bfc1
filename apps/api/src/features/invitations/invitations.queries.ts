import type { Invitation } from '@kolo/domain/invitations/invitations'
import type { SeatKind } from '@kolo/domain/core/roles'
import type { Reads } from '../../kernel/transaction.ts'

const columns = [
  'id',
  'project_id',
  'organization_id',
  'seat',
  'email',
  'name',
  'sent_by',
  'sent_at',
  'expires_at',
  'accepted_at',
  'person_id',
  'revoked_at',
] as const

type Row = {
  id: string
  project_id: string
  organization_id: string
  seat: SeatKind
  email: string
  name: string
  sent_by: string
  sent_at: string
  expires_at: string
  accepted_at: string | null
  person_id: string | null
  revoked_at: string | null
}

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  projectId: row.project_id,
  organizationId: row.organization_id,
  seat: row.seat,
  email: row.email,
  name: row.name,
  sentBy: row.sent_by,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  personId: row.person_id,
  revokedAt: row.revoked_at,
})

/** The invitation, where it was sent from that space. */
export async function invitationById(
  db: Reads,
  key: { spaceId: string; invitationId: string },
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select(columns)
    .where('id', '=', key.invitationId)
    .where('space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** The invitation to which a link's secret belongs, with the space from which it was sent. */
export async function invitationBySecret(
  db: Reads,
  secretHash: Buffer,
): Promise<{ invitation: Invitation; spaceId: string } | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select([...columns, 'space_id'])
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
  return row && { invitation: invitationOf(row), spaceId: row.space_id }
}

/** The invitations that were sent from a space. */
export async function invitationsOf(db: Reads, spaceId: string): Promise<Invitation[]> {
  const rows = await db.selectFrom('invitation').select(columns).where('space_id', '=', spaceId).execute()
  return rows.map(invitationOf)
}

/** Whether the same seat has been offered to the address and can still be taken. */
export async function isInvited(
  db: Reads,
  key: { projectId: string; organizationId: string; seat: SeatKind; email: string; now: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where(({ fn }) => fn<string>('lower', ['email']), '=', key.email)
    .where('project_id', '=', key.projectId)
    .where('organization_id', '=', key.organizationId)
    .where('seat', '=', key.seat)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', key.now)
    .executeTakeFirst()
  return row !== undefined
}
