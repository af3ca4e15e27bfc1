import { changed, definePart, on, withRow } from '../core/part.ts'
import type { Stage } from './stages.ts'
import {
  stageAdded,
  stageBroughtToGate,
  stageCompleted,
  stageLeadChanged,
  stageOpened,
  stagePlanned,
  stageReopened,
  stageRescheduled,
  stageStarted,
} from './stages.events.ts'

/** The stages of a project by id; held by its commons, empty elsewhere. */
export type StagesPart = Readonly<Record<string, Stage>>

/** The part `stages` of every snapshot. */
export const stagesPart = definePart<StagesPart>({}, [
  on(stageAdded, (state, { payload: { stageId, ...facts } }) => {
    const stage: Stage = {
      id: stageId,
      ...facts,
      state: 'planned',
      leadOrganizationId: null,
      openedAt: null,
      completedAt: null,
    }
    return withRow(state, stageId, stage)
  }),
  on(stageRescheduled, (state, { payload: { stageId, startsOn, endsOn } }) =>
    changed(state, stageId, (stage) => ({ ...stage, startsOn, endsOn })),
  ),
  on(stageLeadChanged, (state, { payload }) =>
    changed(state, payload.stageId, (stage) => ({ ...stage, leadOrganizationId: payload.organizationId })),
  ),
  on(stagePlanned, (state, { payload }) =>
    changed(state, payload.stageId, (stage) => ({ ...stage, state: 'planned' })),
  ),
  on(stageStarted, (state, { payload }) => changed(state, payload.stageId, (stage) => ({ ...stage, state: 'active' }))),
  on(stageBroughtToGate, (state, { payload }) =>
    changed(state, payload.stageId, (stage) => ({ ...stage, state: 'atGate' })),
  ),
  on(stageCompleted, (state, { payload, at }) =>
    changed(state, payload.stageId, (stage) => ({ ...stage, state: 'completed', completedAt: at })),
  ),
  on(stageReopened, (state, { payload }) =>
    changed(state, payload.stageId, (stage) => ({ ...stage, state: 'active', completedAt: null })),
  ),
  on(stageOpened, (state, { payload, at }) => changed(state, payload.stageId, (stage) => ({ ...stage, openedAt: at }))),
])
