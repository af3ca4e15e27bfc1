import { CountBadge, EmptyState, ErrorState, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { AppLink } from './app-link.tsx'
import { CircleCheckBig } from 'lucide-react'
import { useNow } from '../lib/now.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { useSpaceTitle } from './space-title.ts'
import { useWaiting, type Waiting } from './waiting.ts'

/** What waits for the person, and where they were last. */
export function Home() {
  const { t } = useTexts('shell', 'core')
  usePageTitle(t('shell:home'))
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 p-4 lg:p-8">
      <h1 className="text-2xl font-semibold">{t('shell:home')}</h1>
      <WaitingList />
      <RecentSpaces />
    </div>
  )
}

function WaitingList() {
  const { t } = useTexts('shell', 'core', 'errors')
  const { items, loading, failed, retry } = useWaiting()
  return (
    <section aria-labelledby="waiting" className="flex flex-col gap-3">
      <h2 id="waiting" className="text-lg font-semibold">
        {t('shell:waitingForYou')}
      </h2>
      {loading ? (
        <SkeletonList label={t('core:loading')} rows={3} />
      ) : failed ? (
        <ErrorState title={t('errors:unavailable')} retryLabel={t('core:retry')} onRetry={retry} />
      ) : items.length === 0 ? (
        <EmptyState
          icon={CircleCheckBig}
          title={t('shell:nothingWaiting')}
          className="rounded border border-line bg-surface"
        />
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
          {items.map((item) => (
            <WaitingRow key={item.key} item={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function WaitingRow({ item }: { item: Waiting }) {
  const { t, format } = useTexts('core')
  const now = useNow()
  const overdue = item.dueOn !== null && item.dueOn < format.calendarDay(now)
  return (
    <li>
      <AppLink
        href={item.href}
        className="flex min-h-12 items-center gap-3 px-3 py-2 hover:bg-hover max-sm:items-start"
      >
        <item.icon size={16} aria-hidden className="shrink-0 text-muted max-sm:mt-1" />
        <span className="flex min-w-0 flex-1 flex-col sm:flex-row sm:items-center sm:gap-3">
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 wrap-anywhere sm:line-clamp-1">{item.text}</span>
            <span className="line-clamp-2 text-sm text-muted sm:line-clamp-1">{item.where}</span>
          </span>
          {item.dueOn && (
            <span className={overdue ? 'shrink-0 text-sm font-medium text-attention' : 'shrink-0 text-sm text-muted'}>
              {overdue ? `${t('core:overdue')} · ` : ''}
              {format.relativeDay(item.dueOn, now)}
            </span>
          )}
        </span>
      </AppLink>
    </li>
  )
}

function RecentSpaces() {
  const { t, format } = useTexts('shell', 'core', 'spaces')
  const now = useNow()
  const titleOf = useSpaceTitle()
  const { data, isPending } = useQuery(trpc.spaces.mine.queryOptions({}))
  const spaces = (data ?? [])
    .filter((space) => space.kind !== 'personal')
    .toSorted((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''))
    .slice(0, 8)
  if (!isPending && spaces.length === 0) return <Projects />
  const kinds = {
    stage: t('spaces:stage'),
    rollout: t('spaces:rollout'),
    municipality: t('spaces:municipality'),
  } as Partial<Record<string, string>>
  return (
    <section aria-labelledby="recent" className="flex flex-col gap-3">
      <h2 id="recent" className="text-lg font-semibold">
        {t('shell:mySpaces')}
      </h2>
      {isPending ? (
        <SkeletonList label={t('core:loading')} rows={4} />
      ) : (
        <ul className="grid gap-2 sm:grid-cols-2">
          {spaces.map((space) => (
            <li key={space.id}>
              <AppLink
                href={`/spaces/${space.id}`}
                className="flex min-h-14 items-center gap-3 rounded border border-line bg-surface px-3 py-2 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{titleOf(space)}</span>
                  <span className="block truncate text-sm text-muted">
                    {[kinds[space.kind], space.lastAt && format.relative(space.lastAt, now)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                {space.unread > 0 && (
                  <CountBadge count={space.unread} label={t('shell:unread', { count: space.unread })} />
                )}
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** For observers, who are in no space: the projects whose results they read. */
function Projects() {
  const { t, format } = useTexts('shell')
  const { data: projects } = useQuery(trpc.projects.mine.queryOptions({}))
  if (!projects || projects.length === 0) return null
  return (
    <section aria-labelledby="projects" className="flex flex-col gap-3">
      <h2 id="projects" className="text-lg font-semibold">
        {t('shell:projects')}
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {projects.map((project) => (
          <li key={project.id}>
            <AppLink
              href={`/projects/${project.slug}`}
              className="flex min-h-14 flex-col justify-center rounded border border-line bg-surface px-3 py-2 hover:bg-hover"
            >
              <span className="font-medium">{project.shortName}</span>
              <span className="text-sm text-muted">{format.dateRange(project.startsOn, project.endsOn)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
