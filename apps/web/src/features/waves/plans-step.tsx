import type { Plan } from '@kolo/domain/plans/plans'
import { systemName } from '@kolo/i18n'
import { Checkbox, LinkButton } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { Step } from './step.tsx'
import type { Begun, useWave } from './waves.data.ts'

type Props = {
  readonly project: Begun
  readonly plans: readonly Plan[]
  readonly chosen: readonly Plan[]
  readonly choice: ReturnType<typeof useWave>
}

/** Which systems begin, each as a plan says. */
export function PlansStep({ project, plans, chosen, choice }: Props) {
  const { t } = useTexts('waves', 'plans', 'systems')
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const nameOf = (plan: Plan): string => {
    const system = systems?.find(({ id }) => id === plan.systemId)
    return `${system ? systemName(t, system) : '…'} · ${plan.name}`
  }
  return (
    <Step
      number={1}
      title={t('waves:stepPlans')}
      state={t('waves:plansChosen', { count: chosen.length })}
      isDone={chosen.length > 0}
    >
      {plans.length === 0 && <p>{t('waves:noPlans')}</p>}
      {plans.map((plan) => (
        <Checkbox
          key={plan.id}
          isSelected={chosen.includes(plan)}
          onChange={(isChosen) => (isChosen ? choice.add : choice.remove)('planIds', [plan.id])}
          description={`${t('plans:taskCount', { count: plan.tasks.length })} · ${t('plans:indicatorCount', { count: plan.indicators.length })}`}
        >
          {nameOf(plan)}
        </Checkbox>
      ))}
      <div>
        <LinkButton href={`/projects/${project.slug}/plans`} size="sm">
          {t('waves:openPlans')}
        </LinkButton>
      </div>
    </Step>
  )
}
