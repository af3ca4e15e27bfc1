import { mutation, read, router } from '../../transports/trpc/procedures.ts'
import { chooseIndicators } from './commands/choose-indicators.ts'
import { importIndicators } from './commands/import-indicators.ts'
import { indicatorList } from './indicators.queries.ts'
import { indicatorOverview } from './overview.queries.ts'
import { indicatorMultiples, indicatorSeries } from './series.queries.ts'

/** Procedures of `indicators`. */
export const indicatorsRouter = router({
  import: mutation(importIndicators, { takesFile: true }),
  choose: mutation(chooseIndicators),
  list: read(indicatorList),
  series: read(indicatorSeries),
  multiples: read(indicatorMultiples),
  overview: read(indicatorOverview),
})
