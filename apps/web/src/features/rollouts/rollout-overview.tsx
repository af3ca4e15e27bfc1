import { municipalityName, systemName } from '@kolo/i18n'
import type { Rollout } from '@kolo/domain/rollouts/rollouts'
import { can } from '@kolo/domain/rollouts/rollouts.policy'
import { Facts, HealthBadge, Panel, ProgressBar, SkeletonList, TextLink } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { HealthHistory } from './health-history.tsx'
import { PhaseSteps } from './phase-steps.tsx'

type Props = {
  readonly spaceId: string
  /** Below the phases: what is to be reached by when. */
  readonly milestones: ReactNode
}

/** The facts of a rollout, in the first tab of its space. */
export function RolloutOverview({ spaceId, milestones }: Props) {
  const { t } = useTexts('core')
  const { state, me } = useSpace(spaceId)
  if (!state?.rollout) return <SkeletonList label={t('core:loading')} rows={4} />
  return (
    <div className="flex flex-col gap-6">
      <PhaseSteps spaceId={spaceId} rollout={state.rollout} canChange={can.changePhase(me)} />
      {milestones}
      <div className="grid items-start gap-6 md:grid-cols-2">
        <HealthPanel rollout={state.rollout} />
        <RolloutFacts rollout={state.rollout} />
      </div>
      <HealthHistory spaceId={spaceId} reports={Object.values(state.reports)} />
    </div>
  )
}

function HealthPanel({ rollout }: { rollout: Rollout }) {
  const { t, format } = useTexts('rollouts')
  const { health, healthAt, progress } = rollout
  return (
    <Panel title={t('rollouts:health')}>
      <div className="flex flex-wrap items-center gap-2">
        <HealthBadge health={health ?? 'none'} label={health ? t(`rollouts:${health}`) : t('rollouts:unknownHealth')} />
        {healthAt && (
          <span className="text-sm text-muted">{t('rollouts:healthSince', { date: format.date(healthAt) })}</span>
        )}
      </div>
      {progress !== null && (
        <ProgressBar label={t('rollouts:progress')} value={progress} valueLabel={format.percent(progress / 100)} />
      )}
    </Panel>
  )
}

function RolloutFacts({ rollout }: { rollout: Rollout }) {
  const { t, format, rendition } = useTexts('rollouts', 'systems')
  const { data: municipality } = useQuery(
    trpc.municipalities.byId.queryOptions({ municipalityId: rollout.municipalityId }),
  )
  const { data: systems } = useQuery({ ...trpc.systems.list.queryOptions({}), staleTime: 300_000 })
  const { data: organizations } = useQuery(trpc.organizations.directory.queryOptions({ projectId: rollout.projectId }))
  const { data: project } = useQuery(trpc.projects.byId.queryOptions({ projectId: rollout.projectId }))
  const system = systems?.find(({ id }) => id === rollout.systemId)
  const partners = rollout.partnerOrganizationIds.flatMap(
    (id) => organizations?.find((one) => one.id === id)?.name ?? [],
  )
  const facts = [
    {
      label: t('rollouts:municipality'),
      value: municipality && (
        <TextLink href={`/municipalities/${municipality.id}`}>{municipalityName(rendition, municipality)}</TextLink>
      ),
    },
    { label: t('rollouts:system'), value: system && systemName(t, system) },
    {
      label: t('rollouts:accompaniedBy'),
      value:
        partners.length > 0
          ? format.list(partners)
          : rollout.partnerOrganizationIds.length === 0 && (
              <span className="text-muted">{t('rollouts:noPartners')}</span>
            ),
    },
    { label: t('rollouts:startsOn'), value: format.date(rollout.startsOn) },
    {
      label: t('rollouts:project'),
      value: project && <TextLink href={`/projects/${project.slug}`}>{project.shortName}</TextLink>,
    },
  ]
  return (
    <Panel title={t('rollouts:facts')}>
      <Facts facts={facts} />
    </Panel>
  )
}
