import type { Kysely } from 'kysely'
import { up as kernel } from './0001_kernel.ts'
import { up as network } from './0002_network.ts'
import { up as projects } from './0003_projects.ts'
import { up as threads } from './0004_threads.ts'
import { up as documents } from './0010_documents.ts'
import { up as boards } from './0011_boards.ts'
import { up as files } from './0012_files.ts'
import { up as reports } from './0013_reports.ts'
import { up as identity } from './0014_identity.ts'
import { up as submissionFiles } from './0015_submission_files.ts'
import { up as erasedAndIndexes } from './0016_erased_and_indexes.ts'
import { up as documentBytes } from './0017_document_bytes.ts'
import { up as cycles } from './0018_cycles.ts'
import { up as nodeKey } from './0019_node_key.ts'
import { up as reminders } from './0020_reminders.ts'
import { up as phaseChanges } from './0021_phase_changes.ts'
import { up as approval } from './0022_approval.ts'
import { up as plans } from './0023_plans.ts'
import { up as waves } from './0024_waves.ts'
import { up as targets } from './0025_targets.ts'
import { up as newestReports } from './0029_newest_reports.ts'
import { up as breakdown } from './0030_breakdown.ts'
import { up as declinedApproval } from './0031_declined_approval.ts'
import { up as milestones } from './0032_milestones.ts'
import { up as municipalityKind } from './0037_municipality_kind.ts'
import { up as contactsConfirmed } from './0038_contacts_confirmed.ts'

/** Every migration in order: a line for each. A number that has landed is never edited. */
export const migrations: Readonly<Record<string, { up(db: Kysely<unknown>): Promise<void> }>> = {
  '0001_kernel': { up: kernel },
  '0002_network': { up: network },
  '0003_projects': { up: projects },
  '0004_threads': { up: threads },
  '0010_documents': { up: documents },
  '0011_boards': { up: boards },
  '0012_files': { up: files },
  '0013_reports': { up: reports },
  '0014_identity': { up: identity },
  '0015_submission_files': { up: submissionFiles },
  '0016_erased_and_indexes': { up: erasedAndIndexes },
  '0017_document_bytes': { up: documentBytes },
  '0018_cycles': { up: cycles },
  '0019_node_key': { up: nodeKey },
  '0020_reminders': { up: reminders },
  '0021_phase_changes': { up: phaseChanges },
  '0022_approval': { up: approval },
  '0023_plans': { up: plans },
  '0024_waves': { up: waves },
  '0025_targets': { up: targets },
  '0029_newest_reports': { up: newestReports },
  '0030_breakdown': { up: breakdown },
  '0031_declined_approval': { up: declinedApproval },
  '0032_milestones': { up: milestones },
  '0037_municipality_kind': { up: municipalityKind },
  '0038_contacts_confirmed': { up: contactsConfirmed },
}
