import type { Message, Thread } from '@kolo/domain/threads/threads'
import { Button, EmptyState, SkeletonList, Spinner } from '@kolo/ui'
import { ArrowDown } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Failure } from '../../lib/failure.tsx'
import type { SpaceView } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { groupMessages } from './message-groups.ts'
import { MessageGroupView } from './message-group.tsx'
import type { useMessages } from './messages.data.ts'
import { type Unsaved, useReads } from './threads.data.ts'
import { useLogScroll } from './use-log-scroll.ts'
import { useMarkRead } from './use-mark-read.ts'

type Props = {
  readonly space: SpaceView
  readonly thread: Thread
  readonly source: ReturnType<typeof useMessages>
  readonly unsaved: Unsaved
  readonly editingId: string | undefined
  readonly onEdit: (messageId: string | undefined) => void
}

// The browser's own anchoring would fight with ours.
const scrollLook = 'h-full overflow-y-auto -outline-offset-2 [overflow-anchor:none]'

/** What was said, oldest first; opens where the reader stopped, and stays at the end while the reader is there. */
export function MessageLog({ space, thread, source, unsaved, editingId, onEdit }: Props) {
  const { t, format } = useTexts('threads', 'core')
  const { personId } = space.me
  const { messages } = source
  const readAtOpening = useReadAtOpening(thread.id)
  const firstNewId = useMemo(
    () =>
      readAtOpening
        ? messages.find(({ number, authorId }) => number > readAtOpening && authorId !== personId)?.id
        : undefined,
    [messages, readAtOpening, personId],
  )
  const groups = useMemo(() => groupMessages(messages, format.calendarDay, firstNewId), [messages, format, firstNewId])
  const saved = messages.findLast(({ id }) => !unsaved.posts.has(id))?.number ?? 0
  const markRead = useMarkRead(thread.id)
  const isReady = source.isLoaded && readAtOpening !== undefined
  const { ref, isAtEnd, below, toEnd } = useLogScroll({
    messages,
    isReady,
    personId,
    saved,
    onSeen: markRead,
    onTop: () => {
      if (source.hasOlder && !source.isLoadingOlder) void source.loadOlder()
    },
  })
  if (source.error) return <Failure error={source.error} onRetry={source.retry} />
  if (!isReady)
    return (
      <div className="min-h-0 flex-1 overflow-hidden p-4 lg:px-6">
        <SkeletonList label={t('core:loading')} rows={6} hasAvatar />
      </div>
    )
  return (
    <div className="relative min-h-0 flex-1">
      {/* What scrolls has to be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={ref} role="group" aria-label={thread.title} tabIndex={0} className={scrollLook}>
        <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-end gap-1 px-4 py-4 lg:px-6">
          {source.isLoadingOlder && <Spinner label={t('threads:olderMessages')} className="mx-auto my-2" />}
          {messages.length === 0 && !source.isBehind && <EmptyState title={t('threads:emptyMessages')} />}
          {groups.map((group) => (
            <MessageGroupView
              key={group.messages[0]!.id}
              space={space}
              threadId={thread.id}
              group={group}
              unsaved={unsaved}
              editingId={group.messages.some(({ id }) => id === editingId) ? editingId : undefined}
              onEdit={onEdit}
            />
          ))}
          {source.isBehind && <p className="py-2 text-center text-sm text-muted">{t('core:waitingForNetwork')}</p>}
        </div>
      </div>
      {!isAtEnd && (
        <Button icon={ArrowDown} size="sm" onPress={toEnd} className="absolute right-4 bottom-3 bg-raised shadow-float">
          {below > 0 ? t('threads:newCount', { count: below }) : t('threads:jumpToLatest')}
        </Button>
      )}
      <Announcer messages={messages} personId={personId} />
    </div>
  )
}

/** How far I had read when I came; what follows is new until I leave. Undefined until my own space is there. */
function useReadAtOpening(threadId: string): number | undefined {
  const reads = useReads()
  const [atOpening, setAtOpening] = useState<number>()
  const now = reads && (reads[threadId] ?? 0)
  if (atOpening === undefined && now !== undefined) setAtOpening(now)
  return atOpening ?? now
}

/** Reads aloud what others write while one is here. */
function Announcer({ messages, personId }: { readonly messages: readonly Message[]; readonly personId: string }) {
  const { t } = useTexts('threads')
  const { lookup } = usePeople()
  const last = messages.at(-1)
  const [heard, setHeard] = useState(last?.number ?? 0)
  const [text, setText] = useState('')
  useEffect(() => {
    if (!last || last.number <= heard) return
    setHeard(last.number)
    if (last.authorId !== personId)
      setText(t('threads:says', { person: lookup(last.authorId).name, text: last.body.slice(0, 300) }))
  }, [last, heard, personId, lookup, t])
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  )
}
