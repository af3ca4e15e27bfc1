import { definePart, on } from '../core/part.ts'
import type { Project } from './projects.ts'
import {
  coordinatorAppointed,
  coordinatorDismissed,
  projectApprovalSet,
  projectCreated,
  projectDescribed,
} from './projects.events.ts'

/** The project of a commons; null in every other space. */
export type ProjectPart = Project | null

/** The part `project` of every snapshot. */
export const projectPart = definePart<ProjectPart>(null, [
  on(projectCreated, (_state, { payload: { projectId, ...facts } }) => ({
    id: projectId,
    ...facts,
    asksApproval: false,
    coordinatorIds: [],
  })),
  on(projectDescribed, (state, { payload }) => state && { ...state, ...payload }),
  on(projectApprovalSet, (state, { payload }) => state && { ...state, asksApproval: payload.asksApproval }),
  on(
    coordinatorAppointed,
    (state, { payload }) =>
      state && { ...state, coordinatorIds: [...new Set([...state.coordinatorIds, payload.personId])].toSorted() },
  ),
  on(
    coordinatorDismissed,
    (state, { payload }) =>
      state && { ...state, coordinatorIds: state.coordinatorIds.filter((id) => id !== payload.personId) },
  ),
])
