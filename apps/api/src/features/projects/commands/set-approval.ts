import { projectSetApproval } from '@kolo/domain/projects/projects.decide'
import { command, ownSpace } from '../../../kernel/command.ts'
import { projectOfCommons } from '../projects.queries.ts'

/** Says whether the project's reports are signed by the municipality's approver before they leave. */
export const setApproval = command(projectSetApproval, {
  spaces: ownSpace,
  async handle({ tx, input, decide }) {
    const project = await projectOfCommons(tx.read, input.spaceId)
    const events = decide({ project })
    if (events.length > 0 && project)
      tx.write((db) =>
        db.updateTable('project').set({ asks_approval: input.asksApproval }).where('id', '=', project.id),
      )
    return events
  },
})
