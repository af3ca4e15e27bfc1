import { definePart, on, withRow } from '../core/part.ts'
import { systemAdded, systemDescribed } from './systems.events.ts'
import type { System } from './systems.ts'

/** The catalogue of systems by id; held by the network's space, empty elsewhere. */
export type SystemsPart = Readonly<Record<string, System>>

/** The part `systems` of every snapshot. */
export const systemsPart = definePart<SystemsPart>({}, [
  on(systemAdded, (state, { payload: { systemId, ...facts } }) => withRow(state, systemId, { id: systemId, ...facts })),
  on(systemDescribed, (state, { payload: { systemId, ...facts } }) =>
    withRow(state, systemId, { id: systemId, ...facts }),
  ),
])
