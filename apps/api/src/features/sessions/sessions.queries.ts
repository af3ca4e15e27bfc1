import type { Preferences } from '@kolo/domain/people/people'
import { renditionSchema, themeSchema } from '@kolo/domain/people/people'
import type { Reads } from '../../kernel/transaction.ts'
import { networkSpaceId } from '../organizations/organizations.queries.ts'

/** The person who is signed in, with what every page needs to know. */
export type CurrentPerson = Preferences & {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly personalSpaceId: string
  /** The network's space, for administrators only. */
  readonly networkSpaceId: string | null
  readonly hasPassword: boolean
}

/** The account behind a session. */
export async function currentPerson(db: Reads, personId: string): Promise<CurrentPerson | undefined> {
  const [row, network] = await Promise.all([
    db
      .selectFrom('person')
      .leftJoin('auth_password', 'auth_password.person_id', 'person.id')
      .select([
        'person.id',
        'name',
        'email',
        'rendition',
        'theme',
        'administrator',
        'personal_space_id',
        'auth_password.changed_at',
      ])
      .where('person.id', '=', personId)
      .executeTakeFirst(),
    networkSpaceId(db),
  ])
  if (!row) return undefined
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    rendition: renditionSchema.parse(row.rendition),
    theme: themeSchema.parse(row.theme ?? 'system'),
    personalSpaceId: row.personal_space_id,
    networkSpaceId: row.administrator ? network : null,
    hasPassword: row.changed_at !== null,
  }
}
