import { Button, classNames, EmptyState, ErrorState, SkeletonList } from '@kolo/ui'
import { can } from '@kolo/domain/threads/threads.policy'
import { useNavigate, useParams } from '@tanstack/react-router'
import { MessagesSquare, Plus } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { NewThread } from './new-thread.tsx'
import { ThreadList } from './thread-list.tsx'
import { ThreadPane } from './thread-pane.tsx'

/** The tab Discussion: list and thread side by side; where there is no room, one at a time. */
export function ThreadsView() {
  const { spaceId = '', threadId } = useParams({ strict: false })
  const { t } = useTexts('threads', 'core', 'errors')
  const space = useSpace(spaceId)
  const navigate = useNavigate()
  const [isNew, setNew] = useState(false)
  const { state, me } = space
  if (!state) return <SkeletonList label={t('core:loading')} />
  const thread = threadId === undefined ? undefined : state.threads[threadId]
  const hasPane = threadId !== undefined || isNew
  const startNew = (): void => {
    setNew(true)
    if (threadId !== undefined) void navigate({ to: '/spaces/$spaceId/threads', params: { spaceId } })
  }
  return (
    <div className="relative min-h-96 flex-1">
      <div className="absolute inset-0 flex">
        <div className={classNames('w-full shrink-0 bg-surface lg:block lg:w-88 lg:border-r', hasPane && 'hidden')}>
          <ThreadList space={space} state={state} shownId={threadId} onNew={startNew} />
        </div>
        <div className={classNames('min-w-0 flex-1 flex-col lg:flex', hasPane ? 'flex' : 'hidden')}>
          {isNew && threadId === undefined ? (
            <NewThread
              spaceId={spaceId}
              onCancel={() => setNew(false)}
              onStarted={(id) => {
                setNew(false)
                void navigate({ to: '/spaces/$spaceId/threads/$threadId', params: { spaceId, threadId: id } })
              }}
            />
          ) : thread ? (
            <ThreadPane key={thread.id} space={space} state={state} thread={thread} />
          ) : threadId === undefined ? (
            <EmptyState
              icon={MessagesSquare}
              title={t('threads:choose')}
              action={
                can.start(me) && (
                  <Button icon={Plus} onPress={startNew}>
                    {t('threads:start')}
                  </Button>
                )
              }
            />
          ) : (
            <ErrorState title={t('errors:notFound')} />
          )}
        </div>
      </div>
    </div>
  )
}
