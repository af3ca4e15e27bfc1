import type { createProjectInput } from '@kolo/domain/projects/projects'
import { type NewStage, projectCreate, stagesOfTemplate } from '@kolo/domain/projects/projects.decide'
import type { EventDraft } from '@kolo/domain/events/define-event'
import type { z } from 'zod'
import { command, ownSpace } from '../../../kernel/command.ts'
import type { Reads, Tx } from '../../../kernel/transaction.ts'
import { openSpace, reconcileMembers } from '../../spaces/members.ts'
import { openWorkspace } from '../../spaces/open-workspace.ts'

type Input = z.infer<typeof createProjectInput>

/** Sets a project up: its commons, its coordination space, and a space for each of the template's stages. */
export const createProject = command(projectCreate, {
  spaces: ownSpace,
  async handle({ tx, input, decide, ids, now }) {
    const stages = stagesOfTemplate(input, ids)
    const events = decide({ ...(await loadState(tx.read, input)), stages })
    const opened = openSpaces(tx, input, stages, now)
    writeProject(tx, input, now)
    for (const stage of stages) writeStage(tx, input.projectId, stage)
    const furnished = [input.coordinationSpaceId, input.commonsSpaceId, ...stages.map((stage) => stage.spaceId)]
    const boards = furnished.flatMap((spaceId) => openWorkspace(tx, spaceId, ids))
    const members = await reconcileMembers(tx, furnished)
    return [...opened, ...events, ...boards, ...members]
  },
})

async function loadState(db: Reads, input: Input) {
  const [project, slug, space, coordinator] = await Promise.all([
    db.selectFrom('project').select('id').where('id', '=', input.projectId).executeTakeFirst(),
    db.selectFrom('project').select('id').where('slug', '=', input.slug).executeTakeFirst(),
    db
      .selectFrom('space')
      .select('id')
      .where('id', 'in', [input.commonsSpaceId, input.coordinationSpaceId])
      .executeTakeFirst(),
    db.selectFrom('person').select('disabled_at').where('id', '=', input.coordinatorId).executeTakeFirst(),
  ])
  return {
    idTaken: project !== undefined || space !== undefined,
    slugTaken: slug !== undefined,
    coordinator: coordinator && { disabledAt: coordinator.disabled_at },
  }
}

function openSpaces(tx: Tx, input: Input, stages: readonly NewStage[], now: string): EventDraft[] {
  const { projectId, shortName } = input
  return [
    openSpace(tx, { id: input.commonsSpaceId, kind: 'commons', projectId, title: shortName, now }),
    openSpace(tx, { id: input.coordinationSpaceId, kind: 'coordination', projectId, title: shortName, now }),
    ...stages.map((stage) => openSpace(tx, { id: stage.spaceId, kind: 'stage', projectId, title: stage.name, now })),
  ]
}

function writeProject(tx: Tx, input: Input, now: string): void {
  tx.write((db) =>
    db.insertInto('project').values({
      id: input.projectId,
      slug: input.slug,
      name: input.name,
      short_name: input.shortName,
      starts_on: input.startsOn,
      ends_on: input.endsOn,
      original_starts_on: input.original?.startsOn ?? null,
      original_ends_on: input.original?.endsOn ?? null,
      about: JSON.stringify(input.about),
      commons_space_id: input.commonsSpaceId,
      coordination_space_id: input.coordinationSpaceId,
      created_at: now,
    }),
  )
  tx.write((db) =>
    db.insertInto('project_coordinator').values({ project_id: input.projectId, person_id: input.coordinatorId }),
  )
}

function writeStage(tx: Tx, projectId: string, stage: NewStage): void {
  tx.write((db) =>
    db.insertInto('stage').values({
      id: stage.id,
      project_id: projectId,
      space_id: stage.spaceId,
      key: stage.key,
      name: stage.name,
      position: stage.position,
      state: 'planned',
      starts_on: stage.startsOn,
      ends_on: stage.endsOn,
      original_starts_on: stage.originalStartsOn,
      original_ends_on: stage.originalEndsOn,
      lead_organization_id: null,
      deliverables: JSON.stringify(stage.deliverables),
      gate: JSON.stringify(stage.gate),
      opened_at: null,
      completed_at: null,
    }),
  )
}
