import type { WavePart } from '@kolo/domain/waves/waves.fold'
import type { PartLoader } from '../../kernel/snapshot.ts'
import { waveOf } from './waves.queries.ts'

/** The next wave of the project whose coordination space this is. */
export const loadWave: PartLoader<WavePart> = waveOf
