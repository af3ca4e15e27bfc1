import { type IndicatorRow, indicatorRowSchema, type Rollup } from '@kolo/domain/indicators/indicators'
import { knownIndicators } from '@kolo/domain/indicators/known-indicators'
import { parse } from 'csv-parse/sync'

/** The roll-up rules in the words of data/indicators.csv. */
const rollupOf: Readonly<Record<string, Rollup>> = {
  'sum(num)/sum(den)': 'ratio',
  sum: 'sum',
  distribution: 'distribution',
  spread: 'spread',
  median: 'median',
  'distinct persons': 'distinct',
  'weighted by participants': 'weighted',
  'weighted by responses': 'weighted',
  'share of yes': 'share',
}

/** The catalogue of indicators as the file has it; how the known ones are counted and taken apart has no column there. */
export function indicatorRows(csv: string): IndicatorRow[] {
  const rows = parse<Record<string, string>>(csv, { columns: true })
  return rows.map((row) => {
    const { cumulative, breakdown } = knownIndicators.find(({ key }) => key === row['key']) ?? {}
    return indicatorRowSchema.parse({ ...row, rollup: rollupOf[row['rollup'] ?? ''], cumulative, breakdown })
  })
}
