import type { LaidPlan } from '@kolo/domain/plans/lay-out'
import type { Plan } from '@kolo/domain/plans/plans'
import { indicatorName, municipalityName, systemName } from '@kolo/i18n'
import { Badge, Button, Disclosure, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import type { Begun, WaveRollout } from './waves.data.ts'

// Each row opens to all its tasks: more are shown when they are asked for.
const atFirst = 60

type Props = { readonly project: Begun; readonly rollouts: readonly WaveRollout[] }

/** What the wave will create, rollout by rollout, with what is left out and why. */
export function Preview({ project, rollouts }: Props) {
  const { t, format } = useTexts('waves')
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rollouts : rollouts.slice(0, atFirst)
  return (
    <section aria-label={t('waves:preview')} className="flex flex-col gap-2">
      <ul className="divide-y rounded border">
        {shown.map((rollout) => (
          <li key={rollout.key} className="px-3 py-1">
            <Row project={project} rollout={rollout} />
          </li>
        ))}
      </ul>
      {shown.length < rollouts.length && (
        <div>
          <Button size="sm" variant="plain" onPress={() => setWhole(true)}>
            {t('waves:showMore', { number: format.number(rollouts.length) })}
          </Button>
        </div>
      )}
    </section>
  )
}

function Row({ project, rollout }: { readonly project: Begun; readonly rollout: WaveRollout }) {
  const { t, format, rendition } = useTexts('waves', 'plans', 'systems')
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const [isOpen, setOpen] = useState(false)
  const { plan, municipality, laid, state } = rollout
  const system = systems?.find(({ id }) => id === plan.systemId)
  const isIn = project.organizations.some((one) => one.municipalityId === municipality.id)
  const title = `${municipalityName(rendition, municipality)} · ${system ? systemName(t, system) : '…'}`
  if (state === 'there')
    return (
      <span className="flex min-h-8 flex-wrap items-center gap-2 pl-5 text-muted">
        {rollout.spaceId ? <TextLink href={`/spaces/${rollout.spaceId}/boards`}>{title}</TextLink> : title}
        <Badge>{t('waves:hasSystem')}</Badge>
      </span>
    )
  const last = laid.tasks
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  return (
    <Disclosure
      onOpenChange={setOpen}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          <span>{title}</span>
          <span className="text-sm font-normal text-muted">
            {[
              t('plans:taskCount', { count: laid.tasks.length }),
              ...(last ? [t('waves:until', { date: format.date(last) })] : []),
              ...(laid.milestones.length > 0 ? [t('plans:milestoneCount', { count: laid.milestones.length })] : []),
              t('plans:indicatorCount', { count: laid.indicatorIds.length }),
            ].join(' · ')}
          </span>
          {!isIn && <Badge tone="action">{t('waves:comesIn')}</Badge>}
        </span>
      }
    >
      {isOpen && <Laid plan={plan} laid={laid} />}
    </Disclosure>
  )
}

/** The tasks and milestones with their days; what the municipality doesn't get, with the reason. */
function Laid({ plan, laid }: { readonly plan: Plan; readonly laid: LaidPlan }) {
  const { t, format } = useTexts('waves', 'plans', 'rollouts', 'roles', 'indicators')
  const { data: catalogue } = useQuery(trpc.indicators.list.queryOptions({}))
  const nameOf = (id: string): string => {
    const indicator = catalogue?.find((one) => one.id === id)
    return plan.tasks.find((task) => task.id === id)?.title ?? (indicator ? indicatorName(t, indicator) : '…')
  }
  return (
    <div className="flex flex-col gap-2 pb-2 text-sm">
      <ul className="flex flex-col">
        {laid.tasks.map(({ id, title, dueOn, office, phase }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <span className="w-28 shrink-0 text-muted tabular-nums">{format.date(dueOn)}</span>
            <span className="min-w-40 flex-1">{title}</span>
            <span className="text-muted">
              {[t(`rollouts:${phase}`), ...(office ? [t(`roles:${office}`)] : [])].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {laid.milestones.length > 0 && (
        <div>
          <p className="text-muted">{t('plans:milestones')}</p>
          <ul className="flex flex-col">
            {laid.milestones.map(({ id, name, dueOn, phase }) => (
              <li key={id} className="flex flex-wrap gap-x-3">
                <span className="w-28 shrink-0 text-muted tabular-nums">{format.date(dueOn)}</span>
                <span className="min-w-40 flex-1">{name}</span>
                <span className="text-muted">{t(`rollouts:${phase}`)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {laid.indicatorIds.length > 0 && (
        <p>
          <span className="text-muted">{t('plans:indicators')}:</span> {format.list(laid.indicatorIds.map(nameOf))}
        </p>
      )}
      {laid.omissions.length > 0 && (
        <div>
          <p className="text-muted">{t('waves:omissions')}</p>
          <ul className="list-disc pl-5">
            {laid.omissions.map(({ id, reason }) => (
              <li key={id}>{t('waves:omission', { title: nameOf(id), reason: t(`plans:${reason}`) })}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
