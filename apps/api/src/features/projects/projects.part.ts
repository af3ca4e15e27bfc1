import type { ProjectPart } from '@kolo/domain/projects/projects.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { projectOfCommons } from './projects.queries.ts'

/** The project whose commons the space is. */
export const loadProject: PartLoader<ProjectPart> = async (db, spaceId) => (await projectOfCommons(db, spaceId)) ?? null
