import type { SpaceState } from '@kolo/domain/events/parts'
import { type Thread, threadTitleSchema } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import { Badge, Button, IconButton, TextField } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { ArrowLeft, CircleCheck, Pencil, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import type { SpaceView } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { SubjectLine } from './subject-line.tsx'
import { useThreadCommands } from './threads.data.ts'

type Props = { readonly space: SpaceView; readonly state: SpaceState; readonly thread: Thread }

const focusButton = (button: HTMLButtonElement | null): void => button?.focus()

/** What a thread is called, what it hangs on, and whether it is settled. */
export function ThreadHeader({ space, state, thread }: Props) {
  const { t, format } = useTexts('threads', 'core')
  const { lookup } = usePeople()
  const { resolve, reopen } = useThreadCommands(space.spaceId)
  const [renaming, setRenaming] = useState<'before' | 'now' | 'after'>('before')
  const isResolved = thread.resolvedAt !== null
  return (
    <header className="flex flex-col gap-1 border-b bg-canvas px-4 py-2 lg:px-6">
      <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <Link
          to="/spaces/$spaceId/threads"
          params={{ spaceId: space.spaceId }}
          aria-label={t('threads:backToList')}
          className="-ml-2 flex size-8 shrink-0 items-center justify-center rounded text-muted hover:bg-hover lg:hidden pointer-coarse:size-11"
        >
          <ArrowLeft size={18} aria-hidden />
        </Link>
        {renaming === 'now' ? (
          <RenameForm space={space} thread={thread} onDone={() => setRenaming('after')} />
        ) : (
          <>
            <h2 className="line-clamp-3 min-w-0 flex-1 basis-40 py-1 font-semibold wrap-anywhere">
              {thread.title}
              {isResolved && (
                <Badge tone="success" icon={CircleCheck} className="ml-2 align-middle">
                  {t('threads:resolved')}
                </Badge>
              )}
            </h2>
            {can.rename(space.me, thread) && (
              <IconButton
                // Whoever renamed goes on where they began.
                {...(renaming === 'after' ? { ref: focusButton } : {})}
                icon={Pencil}
                size="sm"
                label={t('threads:rename')}
                onPress={() => setRenaming('now')}
              />
            )}
            {can.resolve(space.me, thread) && (
              <Button
                size="sm"
                icon={isResolved ? RotateCcw : CircleCheck}
                onPress={() => void (isResolved ? reopen(thread.id) : resolve(thread.id))}
              >
                {isResolved ? t('threads:reopen') : t('threads:resolve')}
              </Button>
            )}
          </>
        )}
      </div>
      <SubjectLine t={t} spaceId={space.spaceId} state={state} subject={thread.subject} />
      <p className="truncate text-sm text-muted max-sm:hidden">
        {t('threads:startedBy', { person: lookup(thread.startedBy).name })} · {format.date(thread.startedAt)}
      </p>
    </header>
  )
}

function RenameForm({
  space,
  thread,
  onDone,
}: {
  readonly space: SpaceView
  readonly thread: Thread
  readonly onDone: () => void
}) {
  const { t } = useTexts('threads', 'core')
  const { rename } = useThreadCommands(space.spaceId)
  const [title, setTitle] = useState(thread.title)
  const save = (): void => {
    const checked = threadTitleSchema.safeParse(title)
    if (checked.success) void rename(thread.id, checked.data)
    if (checked.success) onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
    >
      <TextField
        label={t('threads:newTitle')}
        isLabelHidden
        value={title}
        onChange={setTitle}
        maxLength={200}
        inputRef={focusAtOnce}
        className="min-w-40 flex-1"
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      />
      <Button size="sm" variant="primary" type="submit">
        {t('core:save')}
      </Button>
      <Button size="sm" onPress={onDone}>
        {t('core:cancel')}
      </Button>
    </form>
  )
}
