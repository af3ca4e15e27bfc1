import { notFound } from '@kolo/domain/core/errors'
import type { ParticipationRole } from '@kolo/domain/organizations/organizations'
import { participationAdd, participationEnd } from '@kolo/domain/organizations/participations.decide'
import { command } from '../../../kernel/command.ts'
import type { Reads, Tx } from '../../../kernel/transaction.ts'
import { reconcileMembers } from '../../spaces/members.ts'
import {
  coordinatedProject,
  networkSpaceId,
  organizationById,
  participates,
  spacesOfParticipation,
} from '../organizations.queries.ts'

// The network's space stands for the seats: whoever changes those holds it as well, so that neither misses the other.
async function concerned(read: Reads, spaceId: string, organizationId: string | undefined): Promise<string[]> {
  const [network, project] = await Promise.all([networkSpaceId(read), coordinatedProject(read, spaceId)])
  if (!project || organizationId === undefined) return [spaceId, network]
  return [spaceId, network, ...(await spacesOfParticipation(read, organizationId, [project.id]))]
}

/** Part of a command that has decided on it: writes that the organization takes part. */
export function writeParticipation(
  tx: Tx,
  part: {
    readonly participationId: string
    readonly projectId: string
    readonly organizationId: string
    readonly role: ParticipationRole
  },
  now: string,
): void {
  tx.write((db) =>
    db.insertInto('participation').values({
      id: part.participationId,
      project_id: part.projectId,
      organization_id: part.organizationId,
      role: part.role,
      since: now,
      ended_at: null,
    }),
  )
}

/** An organization begins to take part in a project. */
export const addParticipation = command(participationAdd, {
  spaces: (read, input) => concerned(read, input.spaceId, input.organizationId),
  async handle({ tx, input, decide, now }) {
    const { participationId, organizationId, role } = input
    const project = await coordinatedProject(tx.read, input.spaceId)
    if (!project) throw notFound()
    const [organization, alreadyIn, sameId, lead] = await Promise.all([
      organizationById(tx.read, organizationId),
      participates(tx.read, organizationId, project.id),
      tx.read.selectFrom('participation').select('id').where('id', '=', participationId).executeTakeFirst(),
      tx.read
        .selectFrom('participation')
        .select('id')
        .where('project_id', '=', project.id)
        .where('role', '=', 'lead')
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    ])
    const events = decide({ organization, alreadyIn, idTaken: sameId !== undefined, hasLead: lead !== undefined })
    writeParticipation(tx, { participationId, projectId: project.id, organizationId, role }, now)
    return [
      ...events,
      ...(await reconcileMembers(tx, await spacesOfParticipation(tx.read, organizationId, [project.id]))),
    ]
  },
})

/** The participation, where it belongs to the project of that coordination space. */
async function participationOf(db: Reads, key: { spaceId: string; participationId: string }) {
  const row = await db
    .selectFrom('participation')
    .innerJoin('project', 'project.id', 'participation.project_id')
    .select(['participation.organization_id', 'participation.project_id', 'participation.ended_at'])
    .where('participation.id', '=', key.participationId)
    .where('project.coordination_space_id', '=', key.spaceId)
    .executeTakeFirst()
  return row && { organizationId: row.organization_id, projectId: row.project_id, endedAt: row.ended_at }
}

/** An organization's part in a project ends; its people leave the project's spaces. */
export const endParticipation = command(participationEnd, {
  spaces: async (read, input) => concerned(read, input.spaceId, (await participationOf(read, input))?.organizationId),
  async handle({ tx, input, decide, now }) {
    const participation = await participationOf(tx.read, input)
    const events = decide({ participation })
    if (events.length === 0 || !participation) return events
    tx.write((db) => db.updateTable('participation').set({ ended_at: now }).where('id', '=', input.participationId))
    const spaces = await spacesOfParticipation(tx.read, participation.organizationId, [participation.projectId])
    return [...events, ...(await reconcileMembers(tx, spaces))]
  },
})
