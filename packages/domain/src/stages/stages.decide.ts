import { defineCommand } from '../core/command.ts'
import type { Actor } from '../core/decide.ts'
import { conflict, invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { isReversed } from '../core/days.ts'
import {
  changeDatesInput,
  changeLeadInput,
  changeStateInput,
  openToMunicipalitiesInput,
  reopenInput,
  type Stage,
  type StageState,
} from './stages.ts'
import {
  stageBroughtToGate,
  stageCompleted,
  stageLeadChanged,
  stageOpened,
  stagePlanned,
  stageReopened,
  stageRescheduled,
  stageStarted,
} from './stages.events.ts'
import { can } from './stages.policy.ts'

type StageFacts = Pick<Stage, 'state' | 'startsOn' | 'endsOn' | 'leadOrganizationId' | 'openedAt'>
type State = { readonly stage: StageFacts | undefined }
type LeadState = State & { readonly isPartner: boolean }

/** The stage, for those who may run it. */
function runnable(stage: StageFacts | undefined, actor: Actor): StageFacts {
  if (!stage || !can.run(actor)) throw notFound()
  return stage
}

/** Asked for twice is done once; from any other state than these somebody was faster. */
function move(stage: StageFacts, to: StageState, from: readonly StageState[], event: EventDraft): EventDraft[] {
  if (stage.state === to) return []
  if (!from.includes(stage.state)) throw conflict('stateChanged')
  return [event]
}

export const stageChangeDates = defineCommand(
  'stage.changeDates',
  changeDatesInput,
  ({ stage }: State, input, { actor }) => {
    const { startsOn, endsOn } = runnable(stage, actor)
    if (isReversed(input)) throw invalid('endBeforeStart')
    if (startsOn === input.startsOn && endsOn === input.endsOn) return []
    return [stageRescheduled.of({ stageId: input.stageId, startsOn: input.startsOn, endsOn: input.endsOn })]
  },
)

/** Only an organization that is a partner of the project leads a stage. */
export const stageChangeLead = defineCommand(
  'stage.changeLead',
  changeLeadInput,
  (state: LeadState, input, { actor }) => {
    const { leadOrganizationId } = runnable(state.stage, actor)
    const { stageId, organizationId } = input
    if (organizationId !== null && !state.isPartner) throw invalid('notAPartner')
    return leadOrganizationId === organizationId ? [] : [stageLeadChanged.of({ stageId, organizationId })]
  },
)

export const stageStart = defineCommand('stage.start', changeStateInput, ({ stage }: State, { stageId }, { actor }) =>
  move(runnable(stage, actor), 'active', ['planned'], stageStarted.of({ stageId })),
)

/** Takes a start back. */
export const stagePlan = defineCommand('stage.plan', changeStateInput, ({ stage }: State, { stageId }, { actor }) =>
  move(runnable(stage, actor), 'planned', ['active'], stagePlanned.of({ stageId })),
)

export const stageBringToGate = defineCommand(
  'stage.bringToGate',
  changeStateInput,
  ({ stage }: State, { stageId }, { actor }) =>
    move(runnable(stage, actor), 'atGate', ['active'], stageBroughtToGate.of({ stageId })),
)

export const stageComplete = defineCommand(
  'stage.complete',
  changeStateInput,
  ({ stage }: State, { stageId }, { actor }) =>
    move(runnable(stage, actor), 'completed', ['active', 'atGate'], stageCompleted.of({ stageId })),
)

export const stageReopen = defineCommand(
  'stage.reopen',
  reopenInput,
  ({ stage }: State, { stageId, reason }, { actor }) =>
    move(runnable(stage, actor), 'active', ['completed', 'atGate'], stageReopened.of({ stageId, reason })),
)

/** Can't be taken back: what municipalities have read, they have read. */
export const stageOpenToMunicipalities = defineCommand(
  'stage.openToMunicipalities',
  openToMunicipalitiesInput,
  ({ stage }: State, { stageId }, { actor }) => (runnable(stage, actor).openedAt ? [] : [stageOpened.of({ stageId })]),
)
