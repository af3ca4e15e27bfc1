import { Facts, Notice, Panel, SkeletonList } from '@kolo/ui'
import { isRendition, ownName } from '@kolo/i18n'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '../../lib/failure.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { type Outputs, trpc } from '../../lib/trpc.ts'
import { NextSteps } from './next-steps.tsx'

type Overview = Outputs['administration']['overview']

/** The installation at a glance: figures, mail, texts that wait for a native reader, and what to do first. */
export function OverviewView() {
  const { t } = useTexts('administration', 'core')
  const overview = useQuery(trpc.administration.overview.queryOptions({}))
  if (overview.error) return <Failure error={overview.error} onRetry={() => void overview.refetch()} />
  if (!overview.data) return <SkeletonList label={t('core:loading')} />
  return (
    <div className="flex flex-col gap-4">
      {overview.data.rollouts === 0 && <NextSteps overview={overview.data} />}
      <Figures overview={overview.data} />
      <Unreviewed catalogs={overview.data.unreviewed} />
    </div>
  )
}

function Figures({ overview }: { readonly overview: Overview }) {
  const { t, format } = useTexts('administration')
  const { data: setup } = useQuery({ ...trpc.setup.state.queryOptions(), staleTime: 60_000 })
  const mode = overview.demo ? t('administration:modeDemo') : t('administration:modeProduction')
  const facts = [
    {
      label: t('administration:mode'),
      value: setup?.production || overview.demo ? mode : t('administration:modeDevelopment'),
    },
    { label: t('administration:peopleCount'), value: format.number(overview.people) },
    { label: t('administration:organizations'), value: format.number(overview.organizations) },
    { label: t('administration:projects'), value: format.number(overview.projects) },
    { label: t('administration:rollouts'), value: format.number(overview.rollouts) },
    { label: t('administration:openInvitations'), value: format.number(overview.openInvitations) },
    { label: t('administration:mailWaiting'), value: format.number(overview.mailWaiting) },
  ]
  return (
    <Panel title={t('administration:figures')}>
      {overview.mailGivenUp > 0 && (
        <Notice tone="attention" className="mb-4">
          {t('administration:mailGivenUp')}: {format.number(overview.mailGivenUp)}
        </Notice>
      )}
      <Facts facts={facts} />
    </Panel>
  )
}

function Unreviewed({ catalogs }: { readonly catalogs: Overview['unreviewed'] }) {
  const { t } = useTexts('administration')
  const byRendition = [...Map.groupBy(catalogs, (catalog) => catalog.rendition)]
  return (
    <Panel title={t('administration:unreviewed')} note={catalogs.length}>
      {catalogs.length === 0 && <p className="text-muted">{t('administration:unreviewedNone')}</p>}
      <Facts
        facts={byRendition.map(([rendition, listed]) => ({
          label: isRendition(rendition) ? ownName(rendition) : rendition,
          value: <span className="text-sm text-muted">{listed.map(({ namespace }) => namespace).join(', ')}</span>,
        }))}
      />
    </Panel>
  )
}
