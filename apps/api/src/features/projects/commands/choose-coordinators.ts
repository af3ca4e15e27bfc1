import type { coordinatorInput } from '@kolo/domain/projects/projects'
import { projectAppointCoordinator, projectDismissCoordinator } from '@kolo/domain/projects/projects.decide'
import type { z } from 'zod'
import { command } from '../../../kernel/command.ts'
import type { Reads } from '../../../kernel/transaction.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import { coordinatorsOf } from '../projects.queries.ts'

type Input = z.infer<typeof coordinatorInput>

const spacesOfProject = async (db: Reads, projectId: string): Promise<string[]> =>
  (await db.selectFrom('space').select('id').where('project_id', '=', projectId).execute()).map(({ id }) => id)

// The network's space is held as well, so that no rollout comes into being meanwhile, which then lacked the coordinator.
async function concerned(db: Reads, input: Input): Promise<string[]> {
  const network = await db.selectFrom('space').select('id').where('kind', '=', 'network').executeTakeFirstOrThrow()
  return [input.spaceId, network.id, ...(await spacesOfProject(db, input.projectId))]
}

async function loadState(db: Reads, { projectId, personId }: Input) {
  const [project, person, coordinatorIds] = await Promise.all([
    db
      .selectFrom('project')
      .select(['commons_space_id', 'coordination_space_id'])
      .where('id', '=', projectId)
      .executeTakeFirst(),
    db.selectFrom('person').select('disabled_at').where('id', '=', personId).executeTakeFirst(),
    coordinatorsOf(db, projectId),
  ])
  return {
    project: project && {
      commonsSpaceId: project.commons_space_id,
      coordinationSpaceId: project.coordination_space_id,
      coordinatorIds,
    },
    person: person && { disabledAt: person.disabled_at },
  }
}

/** A person begins to coordinate a project. */
export const appointCoordinator = command(projectAppointCoordinator, {
  spaces: concerned,
  async handle({ tx, input, decide }) {
    const events = decide(await loadState(tx.read, input))
    if (events.length === 0) return events
    tx.write((db) =>
      db.insertInto('project_coordinator').values({ project_id: input.projectId, person_id: input.personId }),
    )
    return [...events, ...(await reconcileMembers(tx, await spacesOfProject(tx.read, input.projectId)))]
  },
})

/** A person coordinates a project no longer. */
export const dismissCoordinator = command(projectDismissCoordinator, {
  spaces: concerned,
  async handle({ tx, input, decide }) {
    const events = decide(await loadState(tx.read, input))
    if (events.length === 0) return events
    tx.write((db) =>
      db
        .deleteFrom('project_coordinator')
        .where('project_id', '=', input.projectId)
        .where('person_id', '=', input.personId),
    )
    return [...events, ...(await reconcileMembers(tx, await spacesOfProject(tx.read, input.projectId)))]
  },
})
