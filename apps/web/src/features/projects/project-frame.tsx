import { LinkButton, NavTabs, PageHeader, Skeleton } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Overview, useOverview } from './projects.data.ts'

type ProjectTab = 'overview' | 'plans' | 'waves' | 'about'

type Props = {
  readonly current: ProjectTab
  /** Instead of the tab's, where the page is about something within it. */
  readonly title?: string | undefined
  readonly children: (overview: Overview) => ReactNode
}

/** A page of the project whose word is in the address: its head, and below it what is there. */
export function ProjectFrame({ current, title, children }: Props) {
  const { slug = '' } = useParams({ strict: false })
  const { data: overview, error, refetch } = useOverview(slug)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!overview) return <ProjectSkeleton />
  return (
    <div className="flex min-w-0 flex-col">
      <ProjectHead overview={overview} current={current} title={title} />
      <div className="mx-auto flex w-full max-w-7xl min-w-0 flex-col gap-6 p-4 sm:p-6">{children(overview)}</div>
    </div>
  )
}

/** The head that the pages of a project share. Plans are for its members, waves for its coordinators. */
export function ProjectHead({
  overview,
  current,
  title,
}: {
  readonly overview: Overview
  readonly current: ProjectTab
  readonly title?: string | undefined
}) {
  const { t, format } = useTexts('projects', 'plans', 'waves')
  const { slug, name, shortName, startsOn, endsOn, commonsSpaceId, coordinationSpaceId } = overview
  const labels: Record<ProjectTab, string> = {
    overview: t('projects:overview'),
    plans: t('plans:plans'),
    waves: t('waves:wave'),
    about: t('projects:about'),
  }
  usePageTitle(current === 'overview' ? shortName : `${title ?? labels[current]} · ${shortName}`)
  const addressOf = (tab: ProjectTab) => (tab === 'overview' ? `/projects/${slug}` : `/projects/${slug}/${tab}`)
  const shown: readonly ProjectTab[] = [
    'overview',
    ...(commonsSpaceId ? (['plans'] as const) : []),
    ...(coordinationSpaceId ? (['waves'] as const) : []),
    'about',
  ]
  return (
    <PageHeader
      title={name}
      description={format.dateRange(startsOn, endsOn)}
      actions={
        commonsSpaceId && (
          <LinkButton icon={Users} href={`/spaces/${commonsSpaceId}`}>
            {t('projects:openCommons')}
          </LinkButton>
        )
      }
      tabs={
        <NavTabs
          label={t('projects:project')}
          current={addressOf(current)}
          tabs={shown.map((tab) => ({ href: addressOf(tab), label: labels[tab] }))}
        />
      }
    />
  )
}

function ProjectSkeleton() {
  const { t } = useTexts('core')
  return (
    <div role="status" aria-label={t('core:loading')} className="flex flex-col gap-6 p-6">
      <Skeleton className="h-7 w-96 max-w-full" />
      <Skeleton className="h-32 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}
