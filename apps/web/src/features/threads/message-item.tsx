import type { Actor } from '@kolo/domain/core/decide'
import type { Message } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import type { OutboxItem } from '@kolo/sync'
import { Button, classNames, ConfirmDialog, StatusPill, TextArea } from '@kolo/ui'
import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { type ComponentProps, memo, useState } from 'react'
import { Attachments } from '../../lib/attachments.tsx'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { MarkedText } from '../../lib/marked-text.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { unsentText } from '../../lib/unsent-text.ts'
import { useThreadCommands } from './threads.data.ts'

type Props = {
  readonly spaceId: string
  readonly threadId: string
  readonly me: Actor
  readonly message: Message
  /** Where it stands while the server hasn't confirmed it. */
  readonly unsent: OutboxItem | undefined
  /** Its new words while they are being saved; null while it is being deleted. */
  readonly change: string | null | undefined
  readonly isEditing: boolean
  readonly onEdit: (messageId: string | undefined) => void
}

/** One message; one's own can be changed and deleted. */
export const MessageItem = memo(function MessageItem(props: Props) {
  const { spaceId, threadId, me, message, unsent, change, isEditing, onEdit } = props
  const { t } = useTexts('threads', 'core', 'errors')
  const { edit } = useThreadCommands(spaceId)
  const isDeleted = message.deletedAt !== null || change === null
  return (
    <div
      id={`message-${message.id}`}
      data-number={message.number}
      className={classNames(
        'group/message relative -mx-2 rounded px-2 py-0.5 hover:bg-hover/60 pointer-coarse:py-2 pointer-coarse:pr-11',
        unsent && 'text-muted',
      )}
    >
      {isDeleted ? (
        <p className="text-muted italic">{t('threads:deleted')}</p>
      ) : isEditing ? (
        <EditForm
          body={message.body}
          onCancel={() => onEdit(undefined)}
          onSave={(words) => {
            onEdit(undefined)
            if (words !== message.body) void edit(threadId, message.id, words)
          }}
        />
      ) : (
        <MessageContent spaceId={spaceId} message={message} body={change ?? message.body} />
      )}
      {unsent && <StatusPill state={unsent.state === 'waiting' ? 'waiting' : 'saving'} label={unsentText(t, unsent)} />}
      {!unsent && !isDeleted && !isEditing && (
        <MessageActions spaceId={spaceId} threadId={threadId} me={me} message={message} onEdit={onEdit} />
      )}
    </div>
  )
}, sameMessage)

function MessageContent({ spaceId, message, body }: Pick<Props, 'spaceId' | 'message'> & { readonly body: string }) {
  const { t, format } = useTexts('threads')
  return (
    <>
      {body !== '' && <MarkedText text={body} />}
      {message.editedAt !== null && (
        <span title={format.dateTime(message.editedAt)} className="text-xs text-muted">
          ({t('threads:edited')})
        </span>
      )}
      {message.fileIds.length > 0 && (
        <div className="pt-1">
          <Attachments spaceId={spaceId} fileIds={message.fileIds} />
        </div>
      )}
    </>
  )
}

// With a mouse they appear over the message; a thumb asks for them first, or they would be as high as the messages.
const actionsLook = [
  'absolute -top-3 right-1 flex rounded border bg-raised opacity-0 transition-opacity',
  'group-hover/message:opacity-100 focus-within:opacity-100',
].join(' ')
const opened = 'pointer-coarse:static pointer-coarse:w-fit pointer-coarse:opacity-100'

function MessageActions({ spaceId, threadId, me, message, onEdit }: Omit<Props, 'unsent' | 'change' | 'isEditing'>) {
  const { t } = useTexts('threads', 'core')
  const { remove } = useThreadCommands(spaceId)
  const [isAsking, setAsking] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const mayEdit = can.editMessage(me, message)
  const mayDelete = can.deleteMessage(me, message)
  if (!mayEdit && !mayDelete) return null
  return (
    <>
      <span className="absolute -top-1.5 right-0 pointer-fine:hidden">
        <LightButton
          icon={Ellipsis}
          label={t('threads:messageActions')}
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </span>
      <div className={classNames(actionsLook, isOpen ? opened : 'pointer-coarse:hidden')}>
        {mayEdit && <LightButton icon={Pencil} label={t('threads:edit')} onClick={() => onEdit(message.id)} />}
        {mayDelete && <LightButton icon={Trash2} label={t('threads:delete')} onClick={() => setAsking(true)} />}
        {isAsking && (
          <ConfirmDialog
            isOpen
            onOpenChange={setAsking}
            title={t('threads:deleteConfirm')}
            confirmLabel={t('core:delete')}
            cancelLabel={t('core:cancel')}
            tone="danger"
            onConfirm={() => {
              setAsking(false)
              void remove(threadId, message.id)
            }}
          >
            <p className="line-clamp-4 wrap-anywhere">{message.body}</p>
          </ConfirmDialog>
        )}
      </div>
    </>
  )
}

/** Events folded again give an equal message in a new object. */
function sameMessage(before: Props, after: Props): boolean {
  const { message: a, me: myself, ...others } = before
  const { message: b, me, ...next } = after
  return (
    (Object.keys(next) as (keyof typeof next)[]).every((key) => others[key] === next[key]) &&
    myself.personId === me.personId &&
    myself.role === me.role &&
    a.id === b.id &&
    a.body === b.body &&
    a.number === b.number &&
    a.editedAt === b.editedAt &&
    a.deletedAt === b.deletedAt &&
    a.fileIds.length === b.fileIds.length
  )
}

type LightButtonProps = Pick<ComponentProps<'button'>, 'onClick'> & {
  readonly icon: typeof Pencil
  readonly label: string
  readonly isExpanded?: boolean
}

/** Stands on every message of a long log: nothing but the element. */
function LightButton({ icon: Drawing, label, isExpanded, onClick }: LightButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      onClick={onClick}
      className="flex size-7 cursor-pointer items-center justify-center rounded text-muted hover:bg-hover hover:text-text pointer-coarse:size-11"
    >
      <Drawing size={14} aria-hidden />
    </button>
  )
}

function EditForm({
  body,
  onSave,
  onCancel,
}: {
  readonly body: string
  readonly onSave: (body: string) => void
  readonly onCancel: () => void
}) {
  const { t } = useTexts('threads', 'core')
  const [words, setWords] = useState(body)
  const save = (): void => {
    if (words.trim() !== '') onSave(words)
  }
  return (
    <div className="flex flex-col gap-2 py-1">
      <TextArea
        label={t('threads:edit')}
        isLabelHidden
        rows={1}
        maxLength={10_000}
        value={words}
        onChange={setWords}
        inputRef={focusAtOnce}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" onPress={save} isDisabled={words.trim() === ''}>
          {t('core:save')}
        </Button>
        <Button size="sm" onPress={onCancel}>
          {t('core:cancel')}
        </Button>
      </div>
    </div>
  )
}
