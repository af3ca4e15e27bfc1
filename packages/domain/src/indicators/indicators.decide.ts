import { defineCommand } from '../core/command.ts'
import { invalid, notFound } from '../core/errors.ts'
import type { EventDraft } from '../events/define-event.ts'
import { chooseIndicatorsInput, importIndicatorsInput, type Indicator, type IndicatorRow } from './indicators.ts'
import { indicatorAdded, indicatorDescribed, indicatorsChosen } from './indicators.events.ts'
import { can } from './indicators.policy.ts'

const isSame = (a: IndicatorRow, b: IndicatorRow): boolean =>
  a.name === b.name &&
  a.unit === b.unit &&
  a.direction === b.direction &&
  a.rollup === b.rollup &&
  a.reference === b.reference &&
  a.cumulative === b.cumulative &&
  JSON.stringify(a.breakdown) === JSON.stringify(b.breakdown)

/** Adds and mends entries of the catalogue, all rows or none; the same rows again change nothing. */
export const indicatorImport = defineCommand(
  'indicator.import',
  importIndicatorsInput,
  ({ known }: { readonly known: readonly Indicator[] }, { rows }, { actor, ids }) => {
    if (!can.import(actor)) throw notFound()
    if (new Set(rows.map(({ key }) => key)).size < rows.length) throw invalid('twiceInFile')
    const byKey = new Map(known.map((indicator) => [indicator.key, indicator]))
    return rows.flatMap((row): EventDraft[] => {
      const indicator = byKey.get(row.key)
      if (!indicator) return [indicatorAdded.of({ ...row, id: ids() })]
      if (indicator.kind !== row.kind) throw invalid('indicatorKindStays', { key: row.key })
      return isSame(indicator, row) ? [] : [indicatorDescribed.of({ ...row, id: indicator.id })]
    })
  },
)

type ChoiceState = {
  readonly rolloutId: string | undefined
  readonly chosen: readonly string[]
  /** Which of the asked ids the catalogue has. */
  readonly known: readonly string[]
}

/** Says which indicators a rollout reports from now on. */
export const indicatorChoose = defineCommand(
  'indicator.choose',
  chooseIndicatorsInput,
  (state: ChoiceState, { rolloutId, indicatorIds }, { actor }) => {
    if (!can.choose(actor) || state.rolloutId !== rolloutId) throw notFound()
    const asked = [...new Set(indicatorIds)]
    if (asked.some((id) => !state.known.includes(id))) throw notFound()
    const same = asked.length === state.chosen.length && asked.every((id, index) => state.chosen[index] === id)
    return same ? [] : [indicatorsChosen.of({ rolloutId, indicatorIds: asked })]
  },
)
