import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../lib/texts.tsx'
import { type Outputs, trpc } from '../lib/trpc.ts'
import { SidebarLink } from './sidebar.tsx'
import { useSpaceTitle } from './space-title.ts'

type Listing = Outputs['spaces']['mine'][number]
const groups = ['commons', 'municipality', 'stage', 'rollout', 'coordination', 'network'] as const

/** The person's spaces by kind, with what is unread in them. */
export function SidebarSpaces() {
  const { t } = useTexts('shell', 'spaces')
  const titleOf = useSpaceTitle()
  const { data: spaces } = useQuery(trpc.spaces.mine.queryOptions({}))
  const headings = {
    commons: t('spaces:commons'),
    municipality: t('spaces:municipality'),
    stage: t('shell:stages'),
    rollout: t('shell:rollouts'),
    coordination: t('spaces:coordination'),
    network: t('spaces:network'),
  }
  return groups.map((kind) => {
    const ofKind = (spaces ?? []).filter((space) => space.kind === kind)
    if (ofKind.length === 0) return null
    return (
      <section key={kind} aria-label={headings[kind]} className="flex flex-col">
        <h2 className="px-2 pb-1 text-xs font-medium text-muted">{headings[kind]}</h2>
        {ofKind.map((space) => (
          <SidebarLink key={space.id} to={`/spaces/${space.id}`} badge={<Unread space={space} />}>
            {titleOf(space)}
          </SidebarLink>
        ))}
      </section>
    )
  })
}

function Unread({ space }: { space: Listing }) {
  const { t } = useTexts('shell')
  if (space.unread === 0) return null
  return (
    <span
      aria-label={t('shell:unread', { count: space.unread })}
      className="rounded-full bg-action px-1.5 text-xs font-medium text-on-action tabular-nums"
    >
      {space.unread > 99 ? '99+' : space.unread}
    </span>
  )
}
