import { z } from 'zod'
import { idSchema } from '../core/ids.ts'
import { daySchema, runningText } from '../core/text.ts'

/** A stage may be reopened: `completed → active`. */
export const stageStates = ['planned', 'active', 'atGate', 'completed'] as const
export type StageState = (typeof stageStates)[number]

/** A stage's facts, which the commons holds; its content and gate are in the stage's own space. */
export type Stage = {
  readonly id: string
  readonly spaceId: string
  /** Of the template; known keys have a name in each rendition. */
  readonly key: string
  readonly name: string
  readonly position: number
  readonly state: StageState
  readonly startsOn: string
  readonly endsOn: string
  readonly originalStartsOn: string | null
  readonly originalEndsOn: string | null
  readonly leadOrganizationId: string | null
  readonly deliverables: readonly string[]
  readonly gate: readonly string[]
  /** Since when municipalities see the stage's space; null while they don't. */
  readonly openedAt: string | null
  readonly completedAt: string | null
}

/** Whether the stage should have been completed before `today`. */
export const isLate = (stage: Pick<Stage, 'state' | 'endsOn'>, today: string): boolean =>
  stage.state !== 'completed' && stage.endsOn < today

/** `spaceId` is the project's commons, where the facts of stages are. */
const onStage = z.object({ spaceId: idSchema, stageId: idSchema })

export const changeDatesInput = onStage.extend({ startsOn: daySchema, endsOn: daySchema })
export const changeLeadInput = onStage.extend({ organizationId: idSchema.nullable() })
export const changeStateInput = onStage
export const reopenInput = onStage.extend({ reason: runningText(500).default('') })
export const openToMunicipalitiesInput = onStage
