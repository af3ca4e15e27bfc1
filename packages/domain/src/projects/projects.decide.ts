import type { z } from 'zod'
import { defineCommand } from '../core/command.ts'
import type { DecideContext } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import { type EventDraft, inSpace } from '../events/define-event.ts'
import { isReversed } from '../core/days.ts'
import { placeStages } from '../stages/stage-dates.ts'
import { stageAdded } from '../stages/stages.events.ts'
import type { Stage } from '../stages/stages.ts'
import {
  aboutSchema,
  coordinatorInput,
  createProjectInput,
  describeProjectInput,
  type Project,
  setApprovalInput,
} from './projects.ts'
import {
  coordinatorAppointed,
  coordinatorDismissed,
  projectApprovalSet,
  projectCreated,
  projectDescribed,
} from './projects.events.ts'
import { can } from './projects.policy.ts'

/** What a stage is when its project is created. */
export type NewStage = Omit<Stage, 'state' | 'leadOrganizationId' | 'openedAt' | 'completedAt'>

/** The stages that the template gives to a new project, with drawn ids. */
export function stagesOfTemplate(
  input: Pick<z.infer<typeof createProjectInput>, 'startsOn' | 'endsOn' | 'original'>,
  ids: () => string,
): NewStage[] {
  const original = input.original ? placeStages(input.original) : undefined
  return placeStages(input).map((stage, position) => ({
    id: ids(),
    spaceId: ids(),
    key: stage.key,
    name: stage.name,
    position,
    startsOn: stage.startsOn,
    endsOn: stage.endsOn,
    originalStartsOn: original?.[position]?.startsOn ?? null,
    originalEndsOn: original?.[position]?.endsOn ?? null,
    deliverables: stage.deliverables,
    gate: stage.gate,
  }))
}

type CreationState = {
  readonly idTaken: boolean
  readonly slugTaken: boolean
  readonly coordinator: { readonly disabledAt: string | null } | undefined
  readonly stages: readonly NewStage[]
}

/** Sets a project up; its facts and those of its stages stand in the commons. */
export const projectCreate = defineCommand('project.create', createProjectInput, decideCreation)

function decideCreation(
  state: CreationState,
  input: z.infer<typeof createProjectInput>,
  { actor }: DecideContext,
): EventDraft[] {
  if (!can.create(actor) || !state.coordinator) throw notFound()
  if (state.idTaken) throw conflict('idTaken')
  if (state.slugTaken) throw conflict('slugTaken')
  if (state.coordinator.disabledAt) throw conflict('personDisabled')
  if (isReversed(input) || (input.original && isReversed(input.original))) throw invalid('endBeforeStart')
  const { projectId, slug, name, shortName, startsOn, endsOn, about, original, coordinatorId } = input
  const facts = { projectId, slug, name, shortName, startsOn, endsOn, about }
  const originalDates = { originalStartsOn: original?.startsOn ?? null, originalEndsOn: original?.endsOn ?? null }
  const events = [
    projectCreated.of({ ...facts, ...originalDates }),
    coordinatorAppointed.of({ projectId, personId: coordinatorId }),
    ...state.stages.map(({ id, deliverables, gate, ...stage }) =>
      stageAdded.of({ stageId: id, ...stage, deliverables: [...deliverables], gate: [...gate] }),
    ),
  ]
  return events.map((event) => inSpace(input.commonsSpaceId, event))
}

type Described = Pick<Project, 'name' | 'shortName' | 'startsOn' | 'endsOn' | 'about'>

export const projectDescribe = defineCommand(
  'project.describe',
  describeProjectInput,
  ({ project }: { readonly project: Described | undefined }, { spaceId: _commons, ...next }, { actor }) => {
    if (!project || !can.describe(actor)) throw notFound()
    if (isReversed(next)) throw invalid('endBeforeStart')
    const { name, shortName, startsOn, endsOn, about } = project
    // Parsing brings the keys into one order.
    const isSame =
      name === next.name &&
      shortName === next.shortName &&
      startsOn === next.startsOn &&
      endsOn === next.endsOn &&
      JSON.stringify(aboutSchema.parse(about)) === JSON.stringify(next.about)
    return isSame ? [] : [projectDescribed.of(next)]
  },
)

/** Says whether reports are signed by the municipality's approver before they leave. */
export const projectSetApproval = defineCommand(
  'project.setApproval',
  setApprovalInput,
  ({ project }: { readonly project: Pick<Project, 'asksApproval'> | undefined }, { asksApproval }, { actor }) => {
    if (!project || !can.setApproval(actor)) throw notFound()
    return project.asksApproval === asksApproval ? [] : [projectApprovalSet.of({ asksApproval })]
  },
)

type CoordinatorState = {
  readonly project:
    | {
        readonly commonsSpaceId: string
        readonly coordinationSpaceId: string
        readonly coordinatorIds: readonly string[]
      }
    | undefined
  readonly person: { readonly disabledAt: string | null } | undefined
}

/** The project, for those who may choose its coordinators. */
function led({ project, person }: CoordinatorState, input: z.infer<typeof coordinatorInput>, { actor }: DecideContext) {
  if (!project || !person || !can.appoint(actor, project.coordinationSpaceId === input.spaceId)) throw notFound()
  return { project, person }
}

export const projectAppointCoordinator = defineCommand(
  'project.appointCoordinator',
  coordinatorInput,
  (state: CoordinatorState, input, context) => {
    const { project, person } = led(state, input, context)
    if (person.disabledAt) throw conflict('personDisabled')
    if (project.coordinatorIds.includes(input.personId)) return []
    const { projectId, personId } = input
    return [inSpace(project.commonsSpaceId, coordinatorAppointed.of({ projectId, personId }))]
  },
)

/** A project keeps one coordinator at least. */
export const projectDismissCoordinator = defineCommand(
  'project.dismissCoordinator',
  coordinatorInput,
  (state: CoordinatorState, input, context) => {
    const { project } = led(state, input, context)
    if (!project.coordinatorIds.includes(input.personId)) return []
    if (project.coordinatorIds.length === 1) throw invalid('lastCoordinator')
    const { projectId, personId } = input
    return [inSpace(project.commonsSpaceId, coordinatorDismissed.of({ projectId, personId }))]
  },
)
