import { compareNames } from '@kolo/i18n'
import { CountBadge } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../lib/texts.tsx'
import { trpc } from '../lib/trpc.ts'
import { SidebarLink } from './sidebar-link.tsx'
import { type SpaceName, useSpaceNames } from './space-title.ts'

const groups = ['municipality', 'commons', 'stage', 'rollout', 'network'] as const

/** The person's spaces by kind, stages in their order, rollouts by municipality, with what is unread in them. */
export function SidebarSpaces() {
  const { t, rendition } = useTexts('shell', 'spaces')
  const nameOf = useSpaceNames()
  const { data: spaces } = useQuery(trpc.spaces.mine.queryOptions({}))
  const byTitle = compareNames(rendition)
  const inOrder = (a: { name: SpaceName }, b: { name: SpaceName }): number =>
    a.name.position - b.name.position ||
    byTitle(`${a.name.place ?? ''} ${a.name.title}`, `${b.name.place ?? ''} ${b.name.title}`)
  const headings = {
    municipality: t('spaces:municipality'),
    commons: t('shell:project'),
    stage: t('shell:stages'),
    rollout: t('shell:rollouts'),
    network: t('shell:admin'),
  }
  return groups.map((group) => {
    const listed = (spaces ?? [])
      .filter(({ kind }) => kind === group || (group === 'commons' && kind === 'coordination'))
      .map((space) => ({ space, name: nameOf(space) }))
      .toSorted(inOrder)
    if (listed.length === 0) return null
    return (
      <section key={group} aria-label={headings[group]} className="flex flex-col">
        <h2 className="px-2 pb-1 text-xs font-medium text-muted">{headings[group]}</h2>
        {listed.map(({ space, name }) => (
          <SidebarLink
            key={space.id}
            href={`/spaces/${space.id}`}
            badge={
              space.unread > 0 && (
                <CountBadge count={space.unread} label={t('shell:unread', { count: space.unread })} tone="attention" />
              )
            }
          >
            <SpaceLine name={name} />
          </SidebarLink>
        ))}
      </section>
    )
  })
}

/** A rollout is found by its municipality. */
function SpaceLine({ name }: { name: SpaceName }) {
  if (name.place === null) return <span title={name.title}>{name.title}</span>
  return (
    <span title={name.title}>
      {name.place} <span className="text-muted">· {name.system}</span>
    </span>
  )
}
