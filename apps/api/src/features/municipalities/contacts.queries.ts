import { contactStanding, type ContactStanding } from '@kolo/domain/municipalities/contacts'
import { z } from 'zod'
import { query } from '../../kernel/query.ts'

/** When a municipality's people were confirmed last, by whom, and how that stands today. */
export type Contacts = {
  readonly confirmedAt: string | null
  readonly confirmedBy: string | null
  readonly standing: ContactStanding
}

/** What is to be selected of an organization for `contactsOf`. */
export const contactColumns = [
  'organization.created_at',
  'organization.contacts_confirmed_at',
  'organization.contacts_confirmed_by',
] as const

type ContactRow = {
  readonly created_at: string
  readonly contacts_confirmed_at: string | null
  readonly contacts_confirmed_by: string | null
}

/** How the contacts of an organization's row stand. `today` is a day in UTC. */
export const contactsOf = (row: ContactRow, today: string): Contacts => ({
  confirmedAt: row.contacts_confirmed_at,
  confirmedBy: row.contacts_confirmed_by,
  standing: contactStanding((row.contacts_confirmed_at ?? row.created_at).slice(0, 10), today),
})

/** A municipality whose people are to be confirmed. */
export type ContactsToConfirm = {
  readonly municipalityId: string
  readonly name: string
  readonly nameLocal: string
  readonly country: string
  readonly standing: ContactStanding
}

/** The person's own municipalities whose people nobody has confirmed this quarter. */
export const contactsToConfirm = query('municipalities.contactsToConfirm', {
  input: z.object({}),
  async handle({ db, personId, now }): Promise<ContactsToConfirm[]> {
    const rows = await db
      .selectFrom('organization')
      .innerJoin('municipality', 'municipality.id', 'organization.municipality_id')
      .select(['municipality.id', 'municipality.name', 'municipality.name_local', 'municipality.country'])
      .select(contactColumns)
      .where('organization.space_id', 'in', (own) =>
        own
          .selectFrom('space_member')
          .select('space_id')
          .where('person_id', '=', personId)
          .where('role', 'in', ['reporter', 'approver']),
      )
      // Who takes part in nothing any more is asked for nothing.
      .where('organization.id', 'in', (part) =>
        part.selectFrom('participation').select('organization_id').where('ended_at', 'is', null),
      )
      .orderBy('municipality.name')
      .execute()
    return rows
      .map((row) => ({
        municipalityId: row.id,
        name: row.name,
        nameLocal: row.name_local,
        country: row.country,
        standing: contactsOf(row, now.slice(0, 10)).standing,
      }))
      .filter(({ standing }) => standing !== 'confirmed')
  },
})
