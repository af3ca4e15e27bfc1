import { fileAdd } from '@kolo/domain/files/files.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { fileById, uploadById } from '../files.queries.ts'

/** Makes one's complete upload a file of the space. */
export const addFile = command(fileAdd, {
  spaces: ownSpace,
  async handle({ tx, input, decide, actor, now }) {
    const [file, upload] = await Promise.all([fileById(tx.read, input), uploadById(tx.read, input, actor.personId)])
    const events = decide({ file, upload })
    const { fileId, spaceId, name } = input
    tx.write((db) =>
      db.insertInto('file').values({ id: fileId, space_id: spaceId, name, added_by: actor.personId, added_at: now }),
    )
    return events
  },
})
