import type { StagesPart } from '@kolo/domain/stages/stages.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { stagesOfCommons } from './stages.queries.ts'

/** The stages of the project whose commons the space is. */
export const loadStages: PartLoader<StagesPart> = async (db, spaceId) =>
  Object.fromEntries((await stagesOfCommons(db, spaceId)).map((stage) => [stage.id, stage]))
