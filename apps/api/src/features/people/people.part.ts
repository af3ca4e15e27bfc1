import type { PeoplePart } from '@kolo/domain/people/people.fold'
import type { Preferences } from '@kolo/domain/people/people'
import { renditionSchema, themeSchema } from '@kolo/domain/people/people'
import type { PartLoader } from '../../kernel/snapshot.ts'

/** Everybody's account, in the network's space; empty in every other. */
export const loadPeople: PartLoader<PeoplePart> = async (db, spaceId) => {
  const rows = await db
    .selectFrom('person')
    .innerJoin('space', (join) => join.on('space.id', '=', spaceId).on('space.kind', '=', 'network'))
    .select(['person.id', 'person.name', 'person.email', 'person.administrator', 'person.disabled_at'])
    .execute()
  return Object.fromEntries(
    rows.map(({ id, name, email, administrator, disabled_at: disabledAt }) => [
      id,
      { id, name, email, administrator, disabledAt },
    ]),
  )
}

/** Language and look of the owner of a personal space; null in every other. */
export const loadPreferences: PartLoader<Preferences | null> = async (db, spaceId) => {
  const row = await db
    .selectFrom('person')
    .select(['rendition', 'theme'])
    .where('personal_space_id', '=', spaceId)
    .executeTakeFirst()
  return row
    ? { rendition: renditionSchema.parse(row.rendition), theme: themeSchema.parse(row.theme ?? 'system') }
    : null
}
