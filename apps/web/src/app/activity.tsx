import type { MessageKey, Translate } from '@kolo/i18n'
import { EmptyState, SkeletonList } from '@kolo/ui'
import { eventRegistry } from '@kolo/domain/events/registry'
import { useQuery } from '@tanstack/react-query'
import type { SpaceState } from '@kolo/domain/events/parts'
import { Failure } from '../lib/failure.tsx'
import { useSpace } from '../lib/hub.tsx'
import { useNow } from '../lib/now.ts'
import { usePeople } from '../lib/people.tsx'
import { useRolloutTitles } from '../lib/rollout-titles.ts'
import { useTexts } from '../lib/texts.tsx'
import { type Outputs, trpc } from '../lib/trpc.ts'

type Event = Outputs['spaces']['activity'][number]

/** What happened in a space, newest first, in readable sentences. */
export function Activity({ spaceId }: { spaceId: string }) {
  const { t, format } = useTexts('spaces', 'core', 'feed', 'roles', 'boards', 'rollouts')
  const { lookup } = usePeople()
  const { state } = useSpace(spaceId)
  const titleIn = useRolloutTitles()
  const { data: organizations } = useQuery({ ...trpc.organizations.directory.queryOptions({}), staleTime: 60_000 })
  const organizationOf = (id: string): string =>
    organizations?.find((organization) => organization.id === id)?.name ?? ''
  const { data, error, refetch, isPending, isPaused } = useQuery(trpc.spaces.activity.queryOptions({ spaceId }))
  const now = useNow()
  const sentence = (event: Event): string => {
    const key = eventRegistry.get(event.type)?.feed
    return key
      ? t(
          `feed:${key}` as MessageKey<'feed'>,
          valuesOf(
            event,
            state,
            { actor: lookup(event.actorId).name, personOf: (id) => lookup(id).name, organizationOf, titleIn },
            t,
          ),
        )
      : ''
  }
  return (
    <section aria-labelledby="activity" className="flex flex-col gap-3">
      <h2 id="activity" className="text-lg font-semibold">
        {t('spaces:latestActivity')}
      </h2>
      {isPending && isPaused ? (
        <EmptyState title={t('core:reconnecting')} />
      ) : isPending ? (
        <SkeletonList label={t('core:loading')} rows={4} />
      ) : !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
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

type Names = {
  readonly actor: string
  personOf(personId: string): string
  /** Empty where it isn't known. */
  organizationOf(organizationId: string): string
  /** A title in the rendition, where it is a known rollout's. */
  titleIn(title: string): string
}

/** The words that sentences use: from the payload, or from what the space holds under its ids; what is nowhere leaves its place empty. */
function valuesOf(event: Event, state: SpaceState | undefined, names: Names, t: Translate): Record<string, string> {
  const payload = event.payload as Record<string, unknown>
  const word = (key: string): string => (typeof payload[key] === 'string' ? payload[key] : '')
  const column = state?.board.columns[word('columnId')]
  const member = word('personId')
  const named = (catalogue: 'roles' | 'rollouts', key: string): string =>
    word(key) ? t(`${catalogue}:${word(key)}` as MessageKey) : ''
  return {
    person: names.actor,
    title: names.titleIn(
      word('title') || word('name') || names.organizationOf(word('organizationId')) || titleHeld(state, word),
    ),
    column: column ? (column.name ?? t(`boards:${column.category}`)) : '',
    member: member ? names.personOf(member) : '',
    role: named('roles', 'role'),
    phase: named('rollouts', 'phase'),
    health: named('rollouts', 'health'),
  }
}

/** The title of what the payload names by id; else of the space itself. */
function titleHeld(state: SpaceState | undefined, word: (key: string) => string): string {
  if (!state) return ''
  const held =
    state.threads[word('threadId')] ?? state.board.tasks[word('taskId')] ?? state.documents[word('documentId')]
  return held?.title ?? state.space.title
}
