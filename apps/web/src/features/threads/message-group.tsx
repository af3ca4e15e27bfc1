import { Avatar } from '@kolo/ui'
import { memo } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { MessageItem } from './message-item.tsx'
import type { MessageGroup } from './message-groups.ts'
import type { Unsaved } from './threads.data.ts'

type Props = {
  readonly space: SpaceView
  readonly threadId: string
  readonly group: MessageGroup
  readonly unsaved: Unsaved
  readonly editingId: string | undefined
  readonly onEdit: (messageId: string | undefined) => void
}

/** What one person said in one go: name and time once, and the day where it begins. */
export function MessageGroupView({ space, threadId, group, unsaved, editingId, onEdit }: Props) {
  const { t, format } = useTexts('threads')
  const { lookup } = usePeople()
  const author = lookup(group.authorId)
  const first = group.messages[0]!
  return (
    <>
      {group.isFirstOfDay && <DayLine day={group.day} />}
      {group.isFirstNew && (
        <div data-first-new className="flex items-center gap-3 py-1 text-sm font-medium text-attention">
          <span className="h-px flex-1 bg-attention/50" />
          {t('threads:newMessages')}
          <span className="h-px flex-1 bg-attention/50" />
        </div>
      )}
      <div className="flex gap-3 py-1.5">
        <Avatar name={author.name} color={author.color} size={32} className="mt-0.5" />
        <div className="min-w-0 flex-1">
          <h3 className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{author.name}</span>
            {author.organizationName && (
              <span className="min-w-0 truncate text-xs font-normal text-muted">{author.organizationName}</span>
            )}
            <time
              dateTime={first.postedAt}
              title={format.dateTime(first.postedAt)}
              className="text-xs font-normal text-muted"
            >
              {format.time(first.postedAt)}
            </time>
          </h3>
          {group.messages.map((message) => (
            <MessageItem
              key={message.id}
              spaceId={space.spaceId}
              threadId={threadId}
              me={space.me}
              message={message}
              unsent={unsaved.unsent.get(message.id)}
              change={unsaved.changes.get(message.id)}
              isEditing={message.id === editingId}
              onEdit={onEdit}
            />
          ))}
        </div>
      </div>
    </>
  )
}

const DayLine = memo(function DayLine({ day }: { readonly day: string }) {
  const { t, format } = useTexts('core')
  const now = useNow()
  const today = format.calendarDay(now)
  const yesterday = format.calendarDay(Date.parse(now) - 86_400_000)
  const words = day === today ? t('core:today') : day === yesterday ? t('core:yesterday') : format.date(day, 'full')
  return (
    <div className="sticky top-0 z-10 flex justify-center py-1">
      <time dateTime={day} className="rounded-full border bg-raised px-3 text-xs leading-5 text-muted">
        {words}
      </time>
    </div>
  )
})
