import type { z } from 'zod'
import * as boards from '../boards/boards.events.ts'
import * as files from '../files/files.events.ts'
import * as invitations from '../invitations/invitations.events.ts'
import * as organizations from '../organizations/organizations.events.ts'
import * as people from '../people/people.events.ts'
import * as documents from '../documents/documents.events.ts'
import * as municipalities from '../municipalities/municipalities.events.ts'
import * as projects from '../projects/projects.events.ts'
import * as rollouts from '../rollouts/rollouts.events.ts'
import * as stages from '../stages/stages.events.ts'
import * as systems from '../systems/systems.events.ts'
import * as milestones from '../milestones/milestones.events.ts'
import * as indicators from '../indicators/indicators.events.ts'
import * as plans from '../plans/plans.events.ts'
import * as waves from '../waves/waves.events.ts'
import * as targets from '../targets/targets.events.ts'
import * as cycles from '../cycles/cycles.events.ts'
import * as reports from '../reports/reports.events.ts'
import * as spaces from '../spaces/spaces.events.ts'
import * as threads from '../threads/threads.events.ts'
import type { EventDefinition } from './define-event.ts'

const nouns = [
  files,
  documents,
  boards,
  invitations,
  organizations,
  people,
  spaces,
  threads,
  municipalities,
  projects,
  rollouts,
  stages,
  systems,
  indicators,
  targets,
  milestones,
  cycles,
  plans,
  waves,
  reports,
]

/** Every event there is, by type: a line for each noun above. */
export const eventRegistry: ReadonlyMap<string, EventDefinition<string, z.ZodType>> = new Map(
  nouns
    .flatMap((noun) => Object.values(noun) as EventDefinition<string, z.ZodType>[])
    .map((event) => [event.type, event]),
)
