import { LinkButton, NavTabs, PageHeader, Skeleton } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { Users } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { Failure } from '../../lib/failure.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { ProjectLate } from './project-late.tsx'
import { ProjectOrganizations } from './project-organizations.tsx'
import { type Overview, useOverview } from './projects.data.ts'
import { RolloutMatrix } from './rollout-matrix.tsx'
import { ProjectRibbon } from './stage-ribbon.tsx'

const ProjectMap = lazy(() => import('./project-map.tsx').then((module) => ({ default: module.ProjectMap })))

/** What the page leaves to others: how a rollout is begun, what waits for whom in the reports, what a space is called. */
export type ProjectSlots = {
  newRollout(overview: Overview): ReactNode
  waiting(overview: Overview): ReactNode
  titleOf(space: { readonly id: string; readonly kind: string; readonly title: string }): string
}

/** The page of a project. */
export function ProjectView({ newRollout, waiting, titleOf }: ProjectSlots) {
  const { slug = '' } = useParams({ strict: false })
  const { data: overview, error, refetch } = useOverview(slug)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!overview) return <ProjectSkeleton />
  return (
    <div className="flex min-w-0 flex-col">
      <ProjectHead overview={overview} current="overview" />
      <div className="mx-auto flex w-full max-w-7xl min-w-0 flex-col gap-6 p-4 sm:p-6">
        <ProjectRibbon overview={overview} />
        <RolloutMatrix projectId={overview.id} actions={overview.part === 'coordinator' && newRollout(overview)} />
        <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[3fr_2fr]">
          <Suspense fallback={<Skeleton className="h-80 w-full" />}>
            <ProjectMap projectId={overview.id} />
          </Suspense>
          <div className="flex min-w-0 flex-col gap-6">
            {waiting(overview)}
            <ProjectLate overview={overview} titleOf={titleOf} />
            <ProjectOrganizations organizations={overview.organizations} />
          </div>
        </div>
      </div>
    </div>
  )
}

/** The head that the pages of a project share. */
export function ProjectHead({ overview, current }: { overview: Overview; current: 'overview' | 'about' }) {
  const { t, format } = useTexts('projects')
  const { slug, name, shortName, startsOn, endsOn, commonsSpaceId } = overview
  usePageTitle(current === 'about' ? `${t('projects:about')} · ${shortName}` : shortName)
  const addresses = { overview: `/projects/${slug}`, about: `/projects/${slug}/about` }
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
          current={addresses[current]}
          tabs={[
            { href: addresses.overview, label: t('projects:overview') },
            { href: addresses.about, label: t('projects:about') },
          ]}
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
