import { can } from '@kolo/domain/threads/threads.policy'
import type { Thread } from '@kolo/domain/threads/threads'
import { Button, EmptyState, LinkButton, SkeletonList } from '@kolo/ui'
import { useParams } from '@tanstack/react-router'
import { ArrowLeft, Check, RotateCcw } from 'lucide-react'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { ThreadList } from './thread-list.tsx'
import { useMarkRead, useMessages, useThreadCommands } from './threads.data.ts'
import { Typing } from './typing.tsx'

/** A thread with its messages, and the list of threads beside it where there is room. */
export function ThreadView() {
  const { spaceId = '', threadId = '' } = useParams({ strict: false })
  const { t } = useTexts('threads', 'core', 'errors')
  const { state } = useSpace(spaceId)
  const thread = state?.threads[threadId]
  return (
    <div className="flex h-[calc(100dvh-134px)] min-h-80 lg:h-[calc(100dvh-79px)]">
      <div className="hidden w-80 shrink-0 overflow-y-auto border-r border-line lg:block">
        <ThreadList spaceId={spaceId} current={threadId} />
      </div>
      {thread ? (
        <OpenThread key={threadId} spaceId={spaceId} thread={thread} />
      ) : state ? (
        <EmptyState title={t('errors:notFound')} className="flex-1" />
      ) : (
        <SkeletonList label={t('core:loading')} rows={6} hasAvatar />
      )}
    </div>
  )
}

function OpenThread({ spaceId, thread }: { spaceId: string; thread: Thread }) {
  const { t } = useTexts('threads', 'core')
  const { me } = useSpace(spaceId)
  const { messages, pages } = useMessages(spaceId, thread.id)
  const commands = useThreadCommands(spaceId, thread.id)
  useMarkRead(thread.id, thread.lastNumber)
  return (
    <section aria-label={thread.title} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex items-center gap-2 border-b border-line px-3 py-2">
        <LinkButton href={`/spaces/${spaceId}/threads`} size="sm" className="lg:hidden" aria-label={t('core:back')}>
          <ArrowLeft size={16} aria-hidden />
        </LinkButton>
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">{thread.title}</h2>
        {can.resolve(me, thread) &&
          (thread.resolvedAt ? (
            <Button size="sm" icon={RotateCcw} onPress={() => void commands.reopen()}>
              {t('threads:reopen')}
            </Button>
          ) : (
            <Button size="sm" icon={Check} onPress={() => void commands.resolve()}>
              {t('threads:resolve')}
            </Button>
          ))}
      </header>
      <MessageList messages={messages} me={me} pages={pages} commands={commands} />
      <Typing spaceId={spaceId} threadId={thread.id} />
      {can.reply(me) && <Composer spaceId={spaceId} threadId={thread.id} onSend={(body) => void commands.post(body, [])} />}
    </section>
  )
}
