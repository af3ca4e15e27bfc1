import type { PartLoaders } from '../kernel/snapshot.ts'
import { loadDocuments } from './documents/documents.part.ts'
import { loadBoard } from './boards/boards.part.ts'
import { loadFiles } from './files/files.part.ts'
import { loadInvitations } from './invitations/invitations.part.ts'
import { loadOrganizations, loadParticipations } from './organizations/organizations.part.ts'
import { loadPeople, loadPreferences } from './people/people.part.ts'
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
  organizations: loadOrganizations,
  participations: loadParticipations,
  people: loadPeople,
  preferences: loadPreferences,
  invitations: loadInvitations,
}
