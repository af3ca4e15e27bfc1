import type { SpaceState } from '@kolo/domain/events/parts'
import type { Thread } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import { fold } from '@kolo/i18n'
import { Button, classNames, CountBadge, EmptyState, SearchField, SegmentedControl } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { CircleCheck, MessagesSquare, PenLine, Plus } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { isEmpty, readDraft } from './drafts.ts'
import { describeSubject } from './subject-line.tsx'
import { unreadIn, useReads, useUnsentPosts } from './threads.data.ts'

const filters = ['open', 'unread', 'resolved'] as const
type Filter = (typeof filters)[number]
const lastAt = (thread: Thread): string => thread.lastMessageAt ?? thread.startedAt

/** The threads of a space, the liveliest first. */
export function ThreadList(props: {
  readonly space: SpaceView
  readonly state: SpaceState
  readonly shownId: string | undefined
  readonly onNew: () => void
}) {
  const { space, state, shownId, onNew } = props
  const { t } = useTexts('threads', 'core')
  const reads = useReads()
  const unsent = useUnsentPosts()
  const unreadOf = (thread: Thread): number => Math.max(0, unreadIn(thread, reads) - (unsent.get(thread.id) ?? 0))
  const [filter, setFilter] = useState<Filter>('open')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(fold(typed.trim()))
  const all = useMemo(
    () => Object.values(state.threads).toSorted((a, b) => (lastAt(a) < lastAt(b) ? 1 : -1)),
    [state.threads],
  )
  const threads = all.filter((thread) => {
    if (search !== '') return fold(thread.title).includes(search)
    // The thread that is being read doesn't leave the list under the reader's eyes.
    if (filter === 'unread') return unreadOf(thread) > 0 || thread.id === shownId
    return (thread.resolvedAt !== null) === (filter === 'resolved')
  })
  const names = { open: t('threads:open'), unread: t('threads:filterUnread'), resolved: t('threads:resolved') }
  return (
    <section aria-label={t('threads:threads')} className="flex h-full min-h-0 flex-col">
      <div className="flex flex-col gap-2 border-b p-3">
        <div className="flex items-center gap-2">
          <SearchField label={t('threads:search')} value={typed} onChange={setTyped} className="flex-1" />
          {can.start(space.me) && (
            <Button variant="primary" icon={Plus} onPress={onNew}>
              {t('threads:newThread')}
            </Button>
          )}
        </div>
        <SegmentedControl
          label={t('core:filter')}
          options={filters.map((value) => ({ value, label: names[value] }))}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {threads.length === 0 ? (
        <EmptyState icon={MessagesSquare} title={all.length === 0 ? t('threads:empty') : t('threads:noMatch')} />
      ) : (
        <ul className="min-h-0 flex-1 divide-y overflow-y-auto">
          {threads.map((thread) => (
            <li key={thread.id}>
              <ThreadRow
                space={space}
                state={state}
                thread={thread}
                unread={unreadOf(thread)}
                isShown={thread.id === shownId}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = {
  readonly space: SpaceView
  readonly state: SpaceState
  readonly thread: Thread
  readonly unread: number
  readonly isShown: boolean
}

function ThreadRow({ space, state, thread, unread, isShown }: RowProps) {
  const { t, format } = useTexts('threads', 'core')
  const { id } = useSession()
  const now = useNow()
  const subject = describeSubject(t, space.spaceId, state, thread.subject)
  const hasDraft = !isShown && !isEmpty(readDraft(id, thread.id))
  return (
    <Link
      to="/spaces/$spaceId/threads/$threadId"
      params={{ spaceId: space.spaceId, threadId: thread.id }}
      className={classNames(
        'flex min-h-14 flex-col gap-0.5 px-3 py-2 -outline-offset-2',
        isShown ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex items-start gap-2">
        {thread.resolvedAt !== null && (
          <CircleCheck
            size={16}
            role="img"
            aria-label={t('threads:resolved')}
            className="mt-0.5 shrink-0 text-health-on-track"
          />
        )}
        <span className={classNames('line-clamp-2 min-w-0 flex-1 wrap-anywhere', unread > 0 && 'font-semibold')}>
          {thread.title}
        </span>
        <CountBadge count={unread} label={t('threads:unread', { count: unread })} tone="attention" />
      </span>
      {subject && <span className="truncate text-sm text-muted">{subject.text}</span>}
      <span className="flex items-center gap-2 text-sm text-muted">
        <span className="truncate">{t('threads:messageCount', { count: thread.lastNumber })}</span>
        {hasDraft && (
          <span className="inline-flex items-center gap-1 text-attention">
            <PenLine size={12} aria-hidden />
            {t('threads:draft')}
          </span>
        )}
        <time dateTime={lastAt(thread)} title={format.dateTime(lastAt(thread))} className="ml-auto shrink-0">
          {format.relative(lastAt(thread), now)}
        </time>
      </span>
    </Link>
  )
}
