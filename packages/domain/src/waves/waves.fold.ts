import { definePart, on } from '../core/part.ts'
import { type ChosenList, emptyWave, type Wave } from './waves.ts'
import { waveChosen } from './waves.events.ts'

/** The next wave of a project; held by its coordination space, empty elsewhere. */
export type WavePart = Wave

type Listed = Readonly<Record<ChosenList, readonly string[]>>
type Choice = { readonly add: Listed; readonly remove: Listed; readonly startsOn?: string | undefined }

/** The wave once something else is chosen. */
export function afterChoice(wave: Wave, { add, remove, startsOn }: Choice): Wave {
  const listed = (list: ChosenList): readonly string[] => {
    const gone = new Set(remove[list])
    return [...new Set([...wave[list], ...add[list]])].filter((id) => !gone.has(id)).toSorted()
  }
  return {
    planIds: listed('planIds'),
    municipalityIds: listed('municipalityIds'),
    partnerOrganizationIds: listed('partnerOrganizationIds'),
    startsOn: startsOn ?? wave.startsOn,
  }
}

/** The part `wave` of every snapshot. */
export const wavePart = definePart<WavePart>(emptyWave, [
  on(waveChosen, (state, { payload }) => afterChoice(state, payload)),
])
