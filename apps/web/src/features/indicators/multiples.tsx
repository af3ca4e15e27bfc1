import { Sparkline } from '@kolo/charts'
import type { Indicator } from '@kolo/domain/indicators/indicators'
import { hasTotal } from '@kolo/domain/indicators/over-periods'
import { isReached } from '@kolo/domain/targets/targets'
import { figureOf } from '@kolo/domain/indicators/values'
import { Facts, SkeletonList, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../lib/failure.tsx'
import { figureText, rolledUpText } from '../../lib/indicator-texts.ts'
import { useRolloutTitles } from '../../lib/rollout-titles.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { pointText } from './point-text.ts'

type Multiple = Outputs['indicators']['multiples']['rollouts'][number]

const figuresOf = ({ points }: Multiple): (number | null)[] =>
  points.map(({ reading }) => (reading.state === 'reported' ? figureOf(reading.value) : null))
const targetsOf = ({ points }: Multiple): (number | null)[] => points.map(({ target }) => target?.figure ?? null)

/** One indicator in each rollout, small and on one scale, against its targets. The table of the same stands below. */
export function Multiples({ projectId, indicator }: { readonly projectId: string; readonly indicator: Indicator }) {
  const { t, format } = useTexts('indicators', 'core')
  const input = { projectId, indicatorId: indicator.id }
  const { data, error, refetch } = useQuery(trpc.indicators.multiples.queryOptions(input))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList label={t('core:loading')} />
  const { rollouts, overPeriods } = data
  const total = overPeriods && hasTotal(indicator) ? rolledUpText(t, format, overPeriods) : null
  const known = rollouts.flatMap((one) => [...figuresOf(one), ...targetsOf(one)]).filter((figure) => figure !== null)
  const range = known.length === 0 ? undefined : ([Math.min(...known), Math.max(...known)] as const)
  return (
    <>
      {total !== null && <Facts facts={[{ label: t('indicators:allPeriods'), value: total }]} />}
      <ul
        aria-label={t('indicators:multiples')}
        className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-4 gap-y-3 py-2"
      >
        {rollouts.map((one) => (
          <li key={one.rolloutId} className="flex min-w-0 flex-col gap-1">
            <Small multiple={one} indicator={indicator} range={range} />
          </li>
        ))}
      </ul>
    </>
  )
}

type SmallProps = {
  readonly multiple: Multiple
  readonly indicator: Indicator
  readonly range: readonly [number, number] | undefined
}

function Small({ multiple, indicator, range }: SmallProps) {
  const { t, format } = useTexts('indicators', 'targets', 'core')
  const titleOf = useRolloutTitles()
  const { points, title, spaceId } = multiple
  const last = points.findLast(({ reading }) => reading.state === 'reported')
  const figure = last?.reading.state === 'reported' ? figureOf(last.reading.value) : null
  const target = points.at(-1)?.target ?? null
  const reached = figure !== null && target ? isReached(indicator.direction, figure, target) : null
  const name = titleOf(title)
  return (
    <>
      <span className="min-w-0 text-sm wrap-anywhere">
        {spaceId ? (
          <TextLink href={`/spaces/${spaceId}/reports`} isQuiet>
            {name}
          </TextLink>
        ) : (
          name
        )}
      </span>
      <Sparkline
        values={figuresOf(multiple)}
        targets={targetsOf(multiple)}
        range={range}
        width={160}
        height={48}
        label={t('indicators:seriesOf', {
          indicator: name,
          values: format.list(points.map((point) => pointText(t, format, indicator, point))),
        })}
      />
      <span className="text-sm tabular-nums">
        {figure === null ? t('indicators:noValue') : figureText(t, format, indicator, figure)}
        {target && (
          <span className="block text-muted">
            {t('indicators:targetOn', {
              value: figureText(t, format, indicator, target.figure),
              date: format.date(target.on, 'short'),
            })}
          </span>
        )}
        {reached !== null && (
          <span className={`block ${reached ? 'text-health-on-track' : 'text-attention'}`}>
            {t(reached ? 'targets:reached' : 'targets:notReached')}
          </span>
        )}
      </span>
    </>
  )
}
