import { can } from '@kolo/domain/documents/documents.policy'
import { idSchema } from '@kolo/domain/core/ids'
import { strongest } from '@kolo/domain/core/roles'
import { schemaVersion } from '@kolo/editor'
import { colorOf } from '../../features/people/directory.queries.ts'
import type { Reads } from '../../kernel/transaction.ts'

/** How a person is shown beside the caret: set by the server, so that nobody writes under another name. */
export type Shown = {
  readonly personId: string
  readonly name: string
  readonly organization: string | null
  /** Six hexadecimal digits after `#`. */
  readonly color: string
}

/** What a document connection may do. */
export type Admission = {
  readonly spaceId: string
  readonly readOnly: boolean
  /** The client's schema isn't ours: it may read, and is told to reload. */
  readonly outdated: boolean
  /** What whoever opens the document has to load. */
  readonly bytes: number
  readonly shown: Shown
}

/**
 * Decides on a connection; undefined where the document is absent or closed to the person. `token` is the client's schema
 * version and, behind a space, whose page it is: another tab may have signed somebody else in.
 */
export async function admit(
  db: Reads,
  asked: { readonly personId: string; readonly documentId: string; readonly token: string },
): Promise<Admission | undefined> {
  const [version = '', pageOf = asked.personId] = asked.token.split(' ')
  if (!idSchema.safeParse(asked.documentId).success || pageOf !== asked.personId) return undefined
  const [rows, shown] = await Promise.all([
    db
      .selectFrom('document')
      .innerJoin('space_member', 'space_member.space_id', 'document.space_id')
      .innerJoin('document_log', 'document_log.document_id', 'document.id')
      .select(['document.space_id', 'document.archived_at', 'space_member.role', 'document_log.bytes'])
      .where('document.id', '=', asked.documentId)
      .where('space_member.person_id', '=', asked.personId)
      .execute(),
    shownAs(db, asked.personId),
  ])
  const [row] = rows
  if (!row || !shown) return undefined
  const role = strongest(rows.map((held) => held.role))
  const outdated = version !== String(schemaVersion)
  const edits = can.edit({ personId: asked.personId, role }, { archivedAt: row.archived_at })
  return { spaceId: row.space_id, readOnly: outdated || !edits, outdated, bytes: Number(row.bytes), shown }
}

async function shownAs(db: Reads, personId: string): Promise<Shown | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('seat_holder', 'seat_holder.person_id', 'person.id')
    .leftJoin('seat', 'seat.id', 'seat_holder.seat_id')
    .leftJoin('organization', 'organization.id', 'seat.organization_id')
    .select(['person.name', 'organization.name as organization', 'organization.color'])
    .where('person.id', '=', personId)
    .where('person.disabled_at', 'is', null)
    .orderBy('seat_holder.since')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const color = row.color !== null && /^#[0-9a-f]{6}$/i.test(row.color) ? row.color : colorOf(personId)
  return { personId, name: row.name, organization: row.organization, color }
}
