import { can } from '@kolo/domain/threads/threads.policy'
import { Badge, Button, CountBadge, EmptyState, SkeletonList } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { MessageSquarePlus, MessagesSquare } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { NewThread } from './new-thread.tsx'
import { useThreads } from './threads.data.ts'

/** The threads of a space: open ones first, with what is unread. */
export function ThreadList({ spaceId, current }: { spaceId: string; current?: string }) {
  const { t, format } = useTexts('threads', 'core')
  const { threads, me } = useThreads(spaceId)
  const [starting, setStarting] = useState(false)
  const now = useNow()
  if (!threads) return <SkeletonList label={t('core:loading')} rows={5} />
  const ordered = [...threads.filter((thread) => !thread.resolvedAt), ...threads.filter((thread) => thread.resolvedAt)]
  return (
    <div className="flex flex-col">
      {can.start(me) && (
        <div className="border-b border-line p-3">
          {starting ? (
            <NewThread spaceId={spaceId} onDone={() => setStarting(false)} />
          ) : (
            <Button icon={MessageSquarePlus} onPress={() => setStarting(true)}>
              {t('threads:newThread')}
            </Button>
          )}
        </div>
      )}
      {ordered.length === 0 && !starting && <EmptyState icon={MessagesSquare} title={t('threads:empty')} />}
      <ul>
        {ordered.map((thread) => (
          <li key={thread.id}>
            <Link
              to="/spaces/$spaceId/threads/$threadId"
              params={{ spaceId, threadId: thread.id }}
              aria-current={thread.id === current ? 'page' : undefined}
              className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2 hover:bg-hover aria-[current=page]:bg-selected"
            >
              <span className="min-w-0 flex-1">
                <span className={`block truncate ${thread.unread > 0 ? 'font-semibold' : ''} ${thread.resolvedAt ? 'text-muted' : ''}`}>
                  {thread.title}
                </span>
                <span className="block truncate text-sm text-muted">
                  {t('threads:messageCount', { count: thread.lastNumber })} · {format.relative(thread.lastMessageAt ?? thread.startedAt, now)}
                </span>
              </span>
              {thread.resolvedAt && <Badge>{t('threads:resolved')}</Badge>}
              {thread.unread > 0 && <CountBadge count={thread.unread} label={t('threads:unread', { count: thread.unread })} tone="attention" />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
