import type { Subject } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import { TextLink } from '@kolo/ui'
import { useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { Composer } from './composer.tsx'
import { Discussion } from './thread-pane.tsx'
import { useThreadCommands } from './threads.data.ts'

type Props = {
  readonly spaceId: string
  readonly subject: Subject
  /** What a thread on it is called. */
  readonly title: string
}

/** What is said about one thing, beside it: its newest thread, or a place to begin one. */
export function SubjectDiscussion({ spaceId, subject, title }: Props) {
  const { t } = useTexts('threads')
  const space = useSpace(spaceId)
  const { start } = useThreadCommands(spaceId)
  const wanted = JSON.stringify(subject)
  const threads = Object.values(space.state?.threads ?? {})
    .filter((thread) => JSON.stringify(thread.subject) === wanted)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
  const newest = threads.find(({ resolvedAt }) => resolvedAt === null) ?? threads[0]
  return (
    <section aria-label={t('threads:threads')} className="flex min-h-0 flex-col gap-2">
      {threads.length > 0 && (
        <ul className="flex flex-col gap-1 text-sm">
          {threads.map((thread) => (
            <li key={thread.id}>
              <TextLink href={`/spaces/${spaceId}/threads/${thread.id}`}>{thread.title}</TextLink>{' '}
              <span className="text-muted">{t('threads:messageCount', { count: thread.lastNumber })}</span>
            </li>
          ))}
        </ul>
      )}
      {newest ? (
        <div className="-mx-4 flex max-h-96 min-h-48 flex-col border-t">
          <Discussion key={newest.id} space={space} thread={newest} label={t('threads:writeMessage')} />
        </div>
      ) : (
        can.start(space.me) && (
          <>
            <p className="text-muted">{t('threads:notStarted')}</p>
            <Composer
              spaceId={spaceId}
              place={wanted}
              label={t('threads:writeMessage')}
              sendLabel={t('threads:send')}
              onSend={(words) => void start(title, subject, words)}
            />
          </>
        )
      )}
    </section>
  )
}
