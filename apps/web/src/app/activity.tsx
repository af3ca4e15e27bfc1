import type { MessageKey } from '@kolo/i18n'
import { EmptyState, SkeletonList } from '@kolo/ui'
import { eventRegistry } from '@kolo/domain/events/registry'
import { useQuery } from '@tanstack/react-query'
import type { SpaceState } from '@kolo/domain/events/parts'
import { useSpace } from '../lib/hub.tsx'
import { usePeople } from '../lib/people.tsx'
import { useTexts } from '../lib/texts.tsx'
import { type Outputs, trpc } from '../lib/trpc.ts'

type Event = Outputs['spaces']['activity'][number]

/** What happened in a space, newest first, in readable sentences. */
export function Activity({ spaceId }: { spaceId: string }) {
  const { t, format } = useTexts('spaces', 'core', 'feed', 'roles', 'boards', 'rollouts')
  const { lookup } = usePeople()
  const { state } = useSpace(spaceId)
  const { data, isPending } = useQuery(trpc.spaces.activity.queryOptions({ spaceId }))
  const now = new Date().toISOString()
  const sentence = (event: Event): string => {
    const key = eventRegistry.get(event.type)?.feed
    return key ? t(`feed:${key}` as MessageKey<'feed'>, valuesOf(event, state, lookup(event.actorId).name, (id) => lookup(id).name)) : ''
  }
  return (
    <section aria-labelledby="activity" className="flex flex-col gap-3">
      <h2 id="activity" className="text-lg font-semibold">
        {t('spaces:latestActivity')}
      </h2>
      {isPending ? (
        <SkeletonList label={t('core:loading')} rows={4} />
      ) : !data || data.length === 0 ? (
        <EmptyState title={t('spaces:noActivity')} />
      ) : (
        <ol className="flex flex-col gap-2 border-l border-line pl-4">
          {data.map((event) => (
            <li key={event.seq} className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0">{sentence(event)}</span>
              <time dateTime={event.at} title={format.dateTime(event.at)} className="text-sm text-muted">
                {format.relative(event.at, now)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** The words that sentences use: from the payload, or from what the space holds under its ids; what is nowhere leaves its place empty. */
function valuesOf(event: Event, state: SpaceState | undefined, person: string, nameOf: (id: string) => string): Record<string, string> {
  const payload = event.payload as Record<string, unknown>
  const word = (key: string): string => (typeof payload[key] === 'string' ? payload[key] : '')
  const held =
    state?.threads[word('threadId')]?.title ?? state?.board.tasks[word('taskId')]?.title ?? state?.documents[word('documentId')]?.title
  const member = word('personId')
  return {
    person,
    title: word('title') || word('name') || (held ?? '…'),
    column: state?.board.columns[word('columnId')]?.name ?? word('category'),
    member: member ? nameOf(member) : '',
    role: word('role'),
    phase: word('phase'),
    health: word('health'),
  }
}
