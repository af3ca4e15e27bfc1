import { messagePage } from '@kolo/domain/threads/threads.fold'
import { can } from '@kolo/domain/threads/threads.policy'
import { Avatar } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useBrought } from '../../lib/hub.tsx'
import type { SpaceView } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { CommentForm } from './comment-form.tsx'
import { type PassageThread, useDocumentCommands } from './documents.data.ts'
import { useNow } from '../../lib/now.ts'

/** What was said about a passage, and a place to answer; the whole thread is under Discussion too. */
export function CommentMessages({ space, thread }: { space: SpaceView; thread: PassageThread }) {
  const { t, format } = useTexts('threads', 'core')
  const { lookup } = usePeople()
  const { reply } = useDocumentCommands(space.spaceId)
  // A thread that was just started may be on its way still: the server doesn't know it for a moment.
  const { data } = useQuery({
    ...trpc.threads.messages.queryOptions({ threadId: thread.id }),
    retry: 5,
    retryDelay: 700,
  })
  const nothingYet = useMemo(() => ({ threadId: thread.id, messages: [], seq: 0 }), [thread.id])
  const page = useBrought(space.spaceId, messagePage, data ?? nothingYet)
  const now = useNow()
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-3">
        {page?.messages.map((message) => {
          const author = lookup(message.authorId)
          return (
            <li key={message.id} className="flex gap-2">
              <Avatar name={author.name} color={author.color} size={24} />
              <div className="min-w-0 flex-1">
                <p className="text-sm">
                  <span className="font-medium">{author.name}</span>{' '}
                  <span className="text-muted">{format.relative(message.postedAt, now)}</span>
                </p>
                <p className="wrap-anywhere whitespace-pre-wrap">
                  {message.deletedAt === null ? message.body : <em className="text-muted">{t('threads:deleted')}</em>}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      {can.reply(space.me) && (
        <CommentForm
          label={t('threads:writeMessage')}
          submitLabel={t('threads:reply')}
          onSubmit={(body) => void reply(thread.id, body)}
        />
      )}
      <Link
        to="/spaces/$spaceId/threads/$threadId"
        params={{ spaceId: space.spaceId, threadId: thread.id }}
        className="text-sm text-action underline underline-offset-2"
      >
        {t('threads:thread')}
      </Link>
    </div>
  )
}
