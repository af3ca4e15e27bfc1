import { personRename, preferencesChoose } from '@kolo/domain/people/people.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { networkSpaceId } from '../../organizations/organizations.queries.ts'
import { personById } from '../people.queries.ts'

/** Mends a name: an administrator anybody's, everybody the own. */
export const renamePerson = command(personRename, {
  spaces: async (read, input) => [input.spaceId, await networkSpaceId(read)],
  async handle({ tx, input, decide }) {
    const [person, network] = await Promise.all([personById(tx.read, input.personId), networkSpaceId(tx.read)])
    const events = decide({ person, networkSpaceId: network })
    if (events.length > 0)
      tx.write((db) => db.updateTable('person').set({ name: input.name }).where('id', '=', input.personId))
    return events
  },
})

/** Chooses language and look. */
export const choosePreferences = command(preferencesChoose, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor }) {
    const chosen = await tx.read
      .selectFrom('person')
      .select(['rendition', 'theme'])
      .where('id', '=', actor.personId)
      .executeTakeFirst()
    const events = decide({ rendition: chosen?.rendition ?? '', theme: chosen?.theme ?? null })
    if (events.length > 0) {
      const { rendition, theme } = input
      tx.write((db) =>
        db
          .updateTable('person')
          .set({ ...(rendition && { rendition }), ...(theme && { theme }) })
          .where('id', '=', actor.personId),
      )
    }
    return events
  },
})
