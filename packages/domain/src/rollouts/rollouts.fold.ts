import { definePart, on } from '../core/part.ts'
import type { Rollout } from './rollouts.ts'
import { rolloutCreated, rolloutHealthChanged, rolloutPhaseChanged } from './rollouts.events.ts'

/** The rollout of a rollout's space; null in every other space. */
export type RolloutPart = Rollout | null

/** The part `rollout` of every snapshot. */
export const rolloutPart = definePart<RolloutPart>(null, [
  on(rolloutCreated, (_state, { payload: { rolloutId, plan: _kept, ...facts } }) => ({
    id: rolloutId,
    ...facts,
    phaseChanges: [],
    health: null,
    healthAt: null,
    progress: null,
  })),
  on(
    rolloutPhaseChanged,
    (state, { payload: { phase }, at }) =>
      state && { ...state, phase, phaseChanges: [...state.phaseChanges, { phase, at }] },
  ),
  on(
    rolloutHealthChanged,
    (state, { payload }) =>
      state && { ...state, health: payload.health, healthAt: payload.at, progress: payload.progress },
  ),
])
