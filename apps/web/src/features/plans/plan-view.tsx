import type { Plan } from '@kolo/domain/plans/plans'
import { can } from '@kolo/domain/plans/plans.policy'
import { systemName } from '@kolo/i18n'
import { Breadcrumbs, Button, EmptyState, SkeletonList, TextField } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { PlanCycle } from './plan-cycle.tsx'
import { PlanIndicators } from './plan-indicators.tsx'
import { PlanMilestones } from './plan-milestones.tsx'
import { PlanTasks } from './plan-tasks.tsx'
import { type EditPlan, useEditPlan, useRemovePlan } from './plans.data.ts'

type Props = { readonly spaceId: string; readonly slug: string; readonly planId: string }

/** A plan in full; coordinators change it here, every change is saved at once. `spaceId` is the commons. */
export function PlanView({ spaceId, slug, planId }: Props) {
  const { t } = useTexts('plans', 'core')
  const { state } = useSpace(spaceId)
  if (!state) return <SkeletonList label={t('core:loading')} rows={8} />
  const plan = state.plans[planId]
  return plan ? <Opened spaceId={spaceId} slug={slug} plan={plan} /> : <EmptyState title={t('plans:gone')} />
}

function Opened({ spaceId, slug, plan }: Omit<Props, 'planId'> & { readonly plan: Plan }) {
  const { t } = useTexts('plans', 'systems')
  const { me } = useSpace(spaceId)
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const edit = useEditPlan(spaceId, plan)
  const remove = useRemovePlan(spaceId, slug)
  const system = systems?.find(({ id }) => id === plan.systemId)
  const mayKeep = can.keep(me)
  const parts = { plan, edit, mayKeep }
  const crumbs = [
    { label: t('plans:plans'), href: `/projects/${slug}/plans` },
    { label: system ? systemName(t, system) : '…' },
  ]
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="flex min-w-60 flex-1 flex-col gap-2">
          <Breadcrumbs label={t('plans:plans')} crumbs={crumbs} />
          {mayKeep ? (
            <PlanName key={plan.name} plan={plan} edit={edit} />
          ) : (
            <h2 className="text-lg font-semibold">{plan.name}</h2>
          )}
        </div>
        {mayKeep && (
          <Button variant="plain" icon={Trash2} className="text-danger" onPress={() => void remove(plan)}>
            {t('plans:remove')}
          </Button>
        )}
      </div>
      <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <PlanTasks {...parts} />
        <div className="flex min-w-0 flex-col gap-6">
          <PlanMilestones {...parts} />
          <PlanIndicators {...parts} />
          <PlanCycle {...parts} />
        </div>
      </div>
    </>
  )
}

function PlanName({ plan, edit }: { readonly plan: Plan; readonly edit: EditPlan }) {
  const { t } = useTexts('plans', 'core')
  const [name, setName] = useState(plan.name)
  const isEmpty = name.trim() === ''
  const save = () => {
    if (!isEmpty && name.trim() !== plan.name) void edit({ name: name.trim() }, t('plans:saved'))
  }
  return (
    <TextField
      label={t('plans:name')}
      value={name}
      onChange={setName}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
      maxLength={120}
      error={isEmpty ? t('core:requiredField') : undefined}
    />
  )
}
