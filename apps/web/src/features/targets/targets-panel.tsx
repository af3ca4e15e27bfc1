import type { Indicator } from '@kolo/domain/indicators/indicators'
import { can } from '@kolo/domain/targets/targets.policy'
import { isEmptyPlan, type TargetPlan } from '@kolo/domain/targets/targets'
import { indicatorName } from '@kolo/i18n'
import { EmptyState, IconButton, Panel, SkeletonList, Table } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Target } from 'lucide-react'
import { useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { useSpace } from '../../lib/hub.tsx'
import { figureText } from '../../lib/indicator-texts.ts'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { TargetDialog } from './target-dialog.tsx'

const nothing: TargetPlan = { baseline: null, targets: [] }

/** Where a rollout began with each of its indicators, and what it is to reach; whoever accompanies it changes them. */
export function TargetsPanel({ spaceId }: { spaceId: string }) {
  const { t } = useTexts('targets', 'indicators', 'core')
  const { state, me } = useSpace(spaceId)
  const { data, error, refetch } = useQuery(trpc.indicators.list.queryOptions({}))
  const [changing, setChanging] = useState<Indicator>()
  if (!state?.rollout) return null
  const { rollout, chosenIndicators, targets } = state
  const chosen = chosenIndicators.flatMap((id) => data?.find((indicator) => indicator.id === id) ?? [])
  const change = can.set(me) ? setChanging : undefined
  return (
    <Panel title={t('targets:title')} isFlush>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonList label={t('core:loading')} />
        </div>
      ) : chosen.length === 0 ? (
        <EmptyState icon={Target} title={t('targets:noIndicators')}>
          {t('targets:noIndicatorsAbout')}
        </EmptyState>
      ) : (
        <Plans indicators={chosen} targets={targets} onChange={change} />
      )}
      {changing && (
        <TargetDialog
          spaceId={spaceId}
          rolloutId={rollout.id}
          indicator={changing}
          plan={targets[changing.id] ?? nothing}
          isOpen
          onOpenChange={() => setChanging(undefined)}
        />
      )}
    </Panel>
  )
}

type PlansProps = {
  readonly indicators: readonly Indicator[]
  readonly targets: Readonly<Record<string, TargetPlan>>
  readonly onChange: ((indicator: Indicator) => void) | undefined
}

function Plans({ indicators, targets, onChange }: PlansProps) {
  const { t } = useTexts('targets', 'indicators')
  const planOf = ({ id }: Indicator): TargetPlan => targets[id] ?? nothing
  const columns = [
    {
      id: 'indicator',
      title: t('indicators:indicator'),
      isRowHeader: true,
      render: (indicator: Indicator) => (
        <>
          {indicatorName(t, indicator)}
          <span className="block text-sm text-muted sm:hidden">
            <PlanText indicator={indicator} plan={planOf(indicator)} />
          </span>
        </>
      ),
    },
    {
      id: 'plan',
      title: t('targets:title'),
      className: 'max-sm:hidden',
      render: (indicator: Indicator) => <PlanText indicator={indicator} plan={planOf(indicator)} />,
    },
  ]
  const change = {
    id: 'change',
    title: t('targets:title'),
    isTitleHidden: true,
    align: 'end' as const,
    render: (indicator: Indicator) =>
      onChange && (
        <IconButton
          icon={Pencil}
          label={t('targets:change', { indicator: indicatorName(t, indicator) })}
          onPress={() => onChange(indicator)}
        />
      ),
  }
  return (
    <Table
      caption={t('targets:title')}
      rows={indicators}
      rowId={({ id }) => id}
      columns={onChange ? [...columns, change] : columns}
    />
  )
}

function PlanText({ indicator, plan }: { readonly indicator: Indicator; readonly plan: TargetPlan }) {
  const { t, format } = useTexts('targets', 'indicators', 'core')
  if (isEmptyPlan(plan)) return <span className="text-muted">{t('targets:none')}</span>
  const { baseline, targets } = plan
  const figure = (value: number): string => figureText(t, format, indicator, value)
  return (
    <dl className="grid w-fit grid-cols-[auto_1fr] gap-x-3 tabular-nums">
      {baseline && (
        <>
          <dt className="text-muted">{t('targets:baselineFigure')}</dt>
          <dd>
            {t('targets:on', { value: figure(baseline.figure), date: format.date(baseline.on, 'short') })}
            {baseline.source && <span className="block text-sm wrap-anywhere text-muted">{baseline.source}</span>}
          </dd>
        </>
      )}
      {targets.map(({ on, figure: value }) => (
        <div key={on} className="contents">
          <dt className="text-muted">{t('targets:target')}</dt>
          <dd>{t('targets:by', { value: figure(value), date: format.date(on, 'short') })}</dd>
        </div>
      ))}
    </dl>
  )
}
