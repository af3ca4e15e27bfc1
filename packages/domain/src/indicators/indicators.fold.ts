import { definePart, on, withRow } from '../core/part.ts'
import type { Indicator } from './indicators.ts'
import { indicatorAdded, indicatorDescribed, indicatorsChosen } from './indicators.events.ts'

/** The catalogue of indicators by id; held by the network's space, empty elsewhere. */
export type IndicatorsPart = Readonly<Record<string, Indicator>>

/** The part `indicators` of every snapshot. */
export const indicatorsPart = definePart<IndicatorsPart>({}, [
  on(indicatorAdded, (state, { payload }) => withRow(state, payload.id, payload)),
  on(indicatorDescribed, (state, { payload }) => withRow(state, payload.id, payload)),
])

/** The ids of the indicators that a rollout reports, in order; empty in every other space. */
export type ChosenIndicatorsPart = readonly string[]

/** The part `chosenIndicators` of every snapshot. */
export const chosenIndicatorsPart = definePart<ChosenIndicatorsPart>(
  [],
  [on(indicatorsChosen, (_state, { payload }) => payload.indicatorIds)],
)
