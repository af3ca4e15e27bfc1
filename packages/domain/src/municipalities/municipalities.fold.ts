import { definePart, on } from '../core/part.ts'
import { municipalityImported } from './municipalities.events.ts'

/** How many municipalities the network's catalogue has; 0 in every other space. */
export type MunicipalitiesPart = { readonly total: number }

/** The part `municipalities` of every snapshot. */
export const municipalitiesPart = definePart<MunicipalitiesPart>({ total: 0 }, [
  on(municipalityImported, (state, { payload }) => ({ total: state.total + payload.added.length })),
])
