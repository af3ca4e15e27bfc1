import type { Plan } from '@kolo/domain/plans/plans'
import { can } from '@kolo/domain/plans/plans.policy'
import { compareNames, systemName } from '@kolo/i18n'
import { EmptyState, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { NewPlan } from './new-plan.tsx'

type Props = {
  /** The project's commons. */
  readonly spaceId: string
  readonly slug: string
}

/** The plans of a project: what awaits whoever takes part in a rollout. */
export function PlansView({ spaceId, slug }: Props) {
  const { t, rendition } = useTexts('plans', 'core', 'systems')
  const { state, me } = useSpace(spaceId)
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  if (!state) return <SkeletonList label={t('core:loading')} rows={4} />
  const byName = compareNames(rendition)
  const nameOf = ({ systemId }: Plan): string => {
    const system = systems?.find(({ id }) => id === systemId)
    return system ? systemName(t, system) : '…'
  }
  const plans = Object.values(state.plans).toSorted(
    (a, b) => byName(nameOf(a), nameOf(b)) || byName(a.name, b.name) || (a.id < b.id ? -1 : 1),
  )
  return (
    <>
      <p className="max-w-3xl text-muted">{t('plans:about')}</p>
      {can.keep(me) && <NewPlan spaceId={spaceId} slug={slug} />}
      <Panel title={t('plans:plans')} note={plans.length} isFlush>
        {plans.length === 0 && <EmptyState icon={ListChecks} title={t('plans:empty')} />}
        <ul className="divide-y">
          {plans.map((plan) => (
            <li key={plan.id}>
              <Link
                to="/projects/$slug/plans/$planId"
                params={{ slug, planId: plan.id }}
                className="focus-ring flex min-h-12 flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2 hover:bg-hover"
              >
                <span className="min-w-48 flex-1">
                  <span className="font-medium">{nameOf(plan)}</span> <span className="text-muted">· {plan.name}</span>
                </span>
                <span className="text-sm text-muted">
                  {t('plans:taskCount', { count: plan.tasks.length })} ·{' '}
                  {t('plans:indicatorCount', { count: plan.indicators.length })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
