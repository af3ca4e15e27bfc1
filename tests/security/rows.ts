import { administration } from './rows/administration.ts'
import { boards } from './rows/boards.ts'
import { cycles } from './rows/cycles.ts'
import { documents } from './rows/documents.ts'
import { files } from './rows/files.ts'
import { indicators } from './rows/indicators.ts'
import { invitations } from './rows/invitations.ts'
import { milestones } from './rows/milestones.ts'
import { municipalities } from './rows/municipalities.ts'
import { organizations } from './rows/organizations.ts'
import { people } from './rows/people.ts'
import { plans } from './rows/plans.ts'
import { projects } from './rows/projects.ts'
import { reports } from './rows/reports.ts'
import { rollouts } from './rows/rollouts.ts'
import { sessions } from './rows/sessions.ts'
import { setup } from './rows/setup.ts'
import { spaces } from './rows/spaces.ts'
import { stages } from './rows/stages.ts'
import { systems } from './rows/systems.ts'
import { targets } from './rows/targets.ts'
import { threads } from './rows/threads.ts'
import { waves } from './rows/waves.ts'
import type { Rows } from './table.ts'

/** The whole table: a line for each noun. */
export const rows: Rows = {
  ...administration,
  ...boards,
  ...cycles,
  ...documents,
  ...files,
  ...indicators,
  ...invitations,
  ...milestones,
  ...municipalities,
  ...organizations,
  ...people,
  ...plans,
  ...projects,
  ...reports,
  ...rollouts,
  ...sessions,
  ...setup,
  ...spaces,
  ...stages,
  ...systems,
  ...targets,
  ...threads,
  ...waves,
}
