import { projectDescribe } from '@kolo/domain/projects/projects.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { projectOfCommons } from '../projects.queries.ts'

/** Changes a project's names, dates or description. */
export const describeProject = command(projectDescribe, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const project = await projectOfCommons(tx.read, input.spaceId)
    const events = decide({ project })
    if (events.length > 0 && project) {
      const { name, shortName, startsOn, endsOn, about } = input
      tx.write((db) =>
        db
          .updateTable('project')
          .set({ name, short_name: shortName, starts_on: startsOn, ends_on: endsOn, about: JSON.stringify(about) })
          .where('id', '=', project.id),
      )
    }
    return events
  },
})
