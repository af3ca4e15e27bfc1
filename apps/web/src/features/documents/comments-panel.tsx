import { can } from '@kolo/domain/threads/threads.policy'
import { Button, classNames, EmptyState } from '@kolo/ui'
import { MessageSquareQuote } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { SpaceView } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { CommentForm } from './comment-form.tsx'
import type { CommentMarks } from './comment-marks.ts'
import { CommentMessages } from './comment-messages.tsx'
import { type PassageThread, useDocumentCommands } from './documents.data.ts'

/** The discussion at the margin: threads on passages in the order of the text, settled ones at the end. */
export function CommentsPanel(props: {
  readonly space: SpaceView
  readonly threads: readonly PassageThread[]
  readonly marks: CommentMarks
  readonly active: string | undefined
  readonly onActivate: (threadId: string | undefined) => void
  readonly onGoTo: (position: number) => void
  /** A passage about which somebody is going to write. */
  readonly draft: PassageThread['subject'] | undefined
  readonly onDraftDone: (threadId: string | undefined) => void
}) {
  const { space, threads, marks, active, onActivate, onGoTo, draft, onDraftDone } = props
  const { t } = useTexts('documents')
  const { comment } = useDocumentCommands(space.spaceId)
  const places = useSyncExternalStore(marks.subscribe, marks.places)
  const placeOf = (thread: PassageThread): number => places.get(thread.id)?.from ?? Number.MAX_SAFE_INTEGER
  const pending = threads.filter((thread) => thread.resolvedAt === null).toSorted((a, b) => placeOf(a) - placeOf(b))
  const settled = threads.filter((thread) => thread.resolvedAt !== null)
  const card = (thread: PassageThread) => (
    <CommentCard
      key={thread.id}
      space={space}
      thread={thread}
      position={places.get(thread.id)?.from}
      isActive={thread.id === active}
      onActivate={onActivate}
      onGoTo={onGoTo}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      {draft && (
        <div className="flex flex-col gap-2 rounded border border-action bg-surface p-3">
          <Quote text={draft.quote} />
          <CommentForm
            label={t('documents:commentPlaceholder')}
            submitLabel={t('documents:comment')}
            onSubmit={(body) => onDraftDone(comment(draft, body))}
            onCancel={() => onDraftDone(undefined)}
          />
        </div>
      )}
      {pending.length === 0 && !draft && (
        <EmptyState icon={MessageSquareQuote} title={t('documents:noComments')}>
          {can.start(space.me) && t('documents:selectToComment')}
        </EmptyState>
      )}
      {pending.map(card)}
      {settled.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-muted">{t('documents:resolvedComments')}</summary>
          <div className="flex flex-col gap-3 pt-2">{settled.map(card)}</div>
        </details>
      )}
    </div>
  )
}

function CommentCard(props: {
  readonly space: SpaceView
  readonly thread: PassageThread
  /** Where the passage begins; undefined when it is gone. */
  readonly position: number | undefined
  readonly isActive: boolean
  readonly onActivate: (threadId: string | undefined) => void
  readonly onGoTo: (position: number) => void
}) {
  const { space, thread, position, isActive, onActivate, onGoTo } = props
  const { t } = useTexts('documents', 'threads')
  const { resolve } = useDocumentCommands(space.spaceId)
  return (
    <section
      aria-label={thread.title}
      className={classNames(
        'flex flex-col gap-2 rounded border bg-surface p-3',
        isActive ? 'border-action' : 'border-line',
      )}
    >
      <Button
        variant="plain"
        size="sm"
        className="w-full justify-start text-left font-normal"
        aria-expanded={isActive}
        onPress={() => {
          onActivate(isActive ? undefined : thread.id)
          if (position !== undefined && !isActive) onGoTo(position)
        }}
      >
        <Quote text={thread.subject.quote} />
        <span className="mt-1 block text-sm text-muted">
          {position === undefined
            ? t('documents:passageGone')
            : t('threads:messageCount', { count: thread.lastNumber })}
        </span>
      </Button>
      {isActive && (
        <>
          <CommentMessages space={space} thread={thread} />
          {thread.resolvedAt === null && can.resolve(space.me, thread) && (
            <Button size="sm" className="self-start" onPress={() => void resolve(thread.id)}>
              {t('threads:resolve')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

const Quote = ({ text }: { text: string }) => (
  <span className="line-clamp-3 block border-l-2 border-mark pl-2 font-serif text-sm wrap-anywhere">{text}</span>
)
