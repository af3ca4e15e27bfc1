import type { SpaceState } from '@kolo/domain/events/parts'
import type { Thread } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import { useState } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { usePageTitle } from '../../lib/page-title.ts'
import { useTexts } from '../../lib/texts.tsx'
import { Composer } from './composer.tsx'
import { MessageLog } from './message-log.tsx'
import { useMessages } from './messages.data.ts'
import { RefusedMessages } from './refused-messages.tsx'
import { ThreadHeader } from './thread-header.tsx'
import { useThreadCommands, useUnsaved } from './threads.data.ts'
import { useTyping } from './use-typing.ts'

type Props = { readonly space: SpaceView; readonly state: SpaceState; readonly thread: Thread }

/** One thread: what it is about, what was said, and a place to say something. */
export function ThreadPane({ space, state, thread }: Props) {
  const { t } = useTexts('threads')
  usePageTitle(thread.title, true)
  return (
    <section aria-label={thread.title} className="flex h-full min-h-0 flex-col">
      <ThreadHeader space={space} state={state} thread={thread} />
      <Discussion space={space} thread={thread} label={t('threads:message')} />
    </section>
  )
}

type DiscussionProps = {
  readonly space: SpaceView
  readonly thread: Thread
  /** Names the composer. */
  readonly label: string
}

/** The messages of a thread, and the composer below them. */
export function Discussion({ space, thread, label }: DiscussionProps) {
  const { t } = useTexts('threads')
  const { spaceId, me } = space
  const unsaved = useUnsaved(thread.id)
  const messages = useMessages(spaceId, thread, unsaved.isStarting)
  const { post } = useThreadCommands(spaceId)
  const typing = useTyping(spaceId, thread.id)
  const [editingId, setEditing] = useState<string>()
  const lastOwn = messages.messages.findLast(
    ({ authorId, deletedAt }) => authorId === me.personId && deletedAt === null,
  )
  const typingText =
    typing.names.length === 0
      ? ''
      : typing.names.length === 1
        ? t('threads:typing', { person: typing.names[0]! })
        : t('threads:typingMany')
  return (
    <>
      <MessageLog
        space={space}
        thread={thread}
        source={messages}
        unsaved={unsaved}
        editingId={editingId}
        onEdit={setEditing}
      />
      <div className="border-t bg-canvas px-4 pt-1 pb-3 lg:px-6">
        <p aria-live="polite" className="h-5 truncate text-xs text-muted">
          {typingText}
        </p>
        <RefusedMessages refused={unsaved.refused} />
        {can.reply(me) && (
          <Composer
            spaceId={spaceId}
            place={thread.id}
            label={label}
            sendLabel={t('threads:send')}
            onTyping={typing.touch}
            onEditLast={lastOwn && (() => setEditing(lastOwn.id))}
            onSend={(words) => {
              typing.stop()
              post(thread.id, words)
            }}
          />
        )}
      </div>
    </>
  )
}
