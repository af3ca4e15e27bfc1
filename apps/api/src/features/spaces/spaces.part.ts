import { byMembershipKey, type SpacePart } from '@kolo/domain/spaces/spaces.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'

/** The space itself with its members. */
export const loadSpace: PartLoader<SpacePart> = async (db, spaceId) => {
  const space = await db
    .selectFrom('space')
    .select(['kind', 'project_id', 'title'])
    .where('id', '=', spaceId)
    .executeTakeFirstOrThrow()
  const members = await db
    .selectFrom('space_member')
    .select(['person_id', 'role', 'via'])
    .where('space_id', '=', spaceId)
    .execute()
  return {
    kind: space.kind,
    projectId: space.project_id,
    title: space.title,
    members: members
      .map((row) => ({ personId: row.person_id, role: row.role, via: row.via }))
      .toSorted(byMembershipKey),
  }
}
