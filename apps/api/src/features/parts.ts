import type { PartLoaders } from '../kernel/snapshot.ts'
import { loadDocuments } from './documents/documents.part.ts'
import { loadBoard } from './boards/boards.part.ts'
import { loadFiles } from './files/files.part.ts'
import { loadInvitations } from './invitations/invitations.part.ts'
import { loadOrganizations, loadParticipations } from './organizations/organizations.part.ts'
import { loadPeople, loadPreferences } from './people/people.part.ts'
import { loadMunicipalities } from './municipalities/municipalities.part.ts'
import { loadProject } from './projects/projects.part.ts'
import { loadRollout } from './rollouts/rollouts.part.ts'
import { loadStages } from './stages/stages.part.ts'
import { loadSystems } from './systems/systems.part.ts'
import { loadChosenIndicators, loadIndicators } from './indicators/indicators.part.ts'
import { loadPlans } from './plans/plans.part.ts'
import { loadWave } from './waves/waves.part.ts'
import { loadTargets } from './targets/targets.part.ts'
import { loadMilestones } from './milestones/milestones.part.ts'
import { loadCycle } from './cycles/cycles.part.ts'
import { loadDrafts, loadReports } from './reports/reports.part.ts'
import { loadSpace } from './spaces/spaces.part.ts'
import { loadReads, loadThreads } from './threads/threads.part.ts'

/** Loads each part of a snapshot: a line for each noun. */
export const partLoaders: PartLoaders = {
  space: loadSpace,
  documents: loadDocuments,
  threads: loadThreads,
  board: loadBoard,
  files: loadFiles,
  reads: loadReads,
  systems: loadSystems,
  stages: loadStages,
  rollout: loadRollout,
  project: loadProject,
  municipalities: loadMunicipalities,
  organizations: loadOrganizations,
  participations: loadParticipations,
  people: loadPeople,
  preferences: loadPreferences,
  invitations: loadInvitations,
  indicators: loadIndicators,
  chosenIndicators: loadChosenIndicators,
  targets: loadTargets,
  milestones: loadMilestones,
  cycle: loadCycle,
  plans: loadPlans,
  wave: loadWave,
  reports: loadReports,
  drafts: loadDrafts,
}
