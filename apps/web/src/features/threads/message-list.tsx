import type { Actor } from '@kolo/domain/core/decide'
import type { Message } from '@kolo/domain/threads/threads'
import { Button, EmptyState, SkeletonList } from '@kolo/ui'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useOutbox } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { MessageRow } from './message-row.tsx'
import type { useMessages, useThreadCommands } from './threads.data.ts'

type Props = {
  readonly messages: readonly Message[] | undefined
  readonly me: Actor
  readonly pages: ReturnType<typeof useMessages>['pages']
  readonly commands: ReturnType<typeof useThreadCommands>
}

const together = 5 * 60_000
const near = 80

/** The messages, oldest first; stays at the end while one is there, and where one was when older ones arrive. */
export function MessageList({ messages, me, pages, commands }: Props) {
  const { t, format } = useTexts('threads', 'core')
  const { lookup } = usePeople()
  const { items } = useOutbox()
  const pending = new Set(items.map((item) => (item.input as { messageId?: string }).messageId))
  const box = useAnchored(messages)
  if (!messages) return <SkeletonList label={t('core:loading')} rows={6} hasAvatar />
  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto py-3" role="log" aria-label={t('threads:threads')}>
      {pages.hasNextPage && (
        <div className="flex justify-center pb-2">
          <Button size="sm" isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('threads:olderMessages')}
          </Button>
        </div>
      )}
      {messages.length === 0 && <EmptyState title={t('threads:emptyMessages')} />}
      <ol>
        {messages.map((message, index) => {
          const before = messages[index - 1]
          const sameDay = before && format.calendarDay(before.postedAt) === format.calendarDay(message.postedAt)
          const soon = before && Date.parse(message.postedAt) - Date.parse(before.postedAt) < together
          return (
            <div key={message.id} className="contents">
              {!sameDay && (
                <li className="px-4 pt-3 pb-1 text-center text-sm text-muted">{format.date(message.postedAt, 'day')}</li>
              )}
              <MessageRow
                message={message}
                author={lookup(message.authorId)}
                me={me}
                continues={Boolean(sameDay && soon && before.authorId === message.authorId)}
                isPending={pending.has(message.id)}
                onEdit={(body) => void commands.edit(message, body)}
                onRemove={() => void commands.remove(message)}
              />
            </div>
          )
        })}
      </ol>
    </div>
  )
}

/** Keeps the box at its end while it is there; otherwise what is seen stays where it is. */
function useAnchored(messages: readonly Message[] | undefined) {
  const box = useRef<HTMLDivElement>(null)
  const fromEnd = useRef(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const onScroll = () => {
      fromEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [messages === undefined])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const distance = fromEnd.current < near ? 0 : fromEnd.current
    element.scrollTop = element.scrollHeight - element.clientHeight - distance
  }, [messages])
  return box
}
