import type { Actor } from '@kolo/domain/core/decide'
import type { Message } from '@kolo/domain/threads/threads'
import { can } from '@kolo/domain/threads/threads.policy'
import { Avatar, Button, IconButton, TextArea } from '@kolo/ui'
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ShownPerson } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { Markdown } from './markdown.tsx'

type Props = {
  readonly message: Message
  readonly author: ShownPerson
  readonly me: Actor
  /** The one before is by the same person, a moment ago. */
  readonly continues: boolean
  readonly isPending: boolean
  onEdit(body: string): void
  onRemove(): void
}

/** One message; its author edits it in place. */
export function MessageRow({ message, author, me, continues, isPending, onEdit, onRemove }: Props) {
  const { t, format } = useTexts('threads', 'core')
  const [editing, setEditing] = useState(false)
  return (
    <li className={`group flex gap-3 px-4 py-1 hover:bg-hover ${isPending ? 'opacity-60' : ''}`}>
      <div className="w-8 shrink-0">{!continues && <Avatar name={author.name} color={author.color} size={32} />}</div>
      <div className="min-w-0 flex-1">
        {!continues && (
          <div className="flex items-baseline gap-2">
            <span className="font-medium">{author.name}</span>
            <time dateTime={message.postedAt} title={format.dateTime(message.postedAt)} className="text-sm text-muted">
              {format.time(message.postedAt)}
            </time>
            {isPending && <span className="text-sm text-muted">{t('core:saving')}</span>}
          </div>
        )}
        {editing ? (
          <EditForm
            body={message.body}
            onCancel={() => setEditing(false)}
            onSave={(body) => {
              onEdit(body)
              setEditing(false)
            }}
          />
        ) : message.deletedAt ? (
          <p className="text-muted italic">{t('threads:deleted')}</p>
        ) : (
          <div className="flex flex-col gap-2">
            <Markdown text={message.body} />
            {message.editedAt && <span className="text-xs text-muted">({t('threads:edited')})</span>}
          </div>
        )}
      </div>
      {!editing && !message.deletedAt && !isPending && (
        <div className="flex shrink-0 items-start opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-lg:opacity-100">
          {can.editMessage(me, message) && (
            <IconButton size="sm" icon={Pencil} label={t('threads:edit')} onPress={() => setEditing(true)} />
          )}
          {can.deleteMessage(me, message) && <IconButton size="sm" icon={Trash2} label={t('threads:delete')} onPress={onRemove} />}
        </div>
      )}
    </li>
  )
}

function EditForm({ body, onSave, onCancel }: { body: string; onSave: (body: string) => void; onCancel: () => void }) {
  const { t } = useTexts('core', 'threads')
  const [text, setText] = useState(body)
  return (
    <form
      className="flex flex-col gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onSave(text)
      }}
    >
      <TextArea label={t('threads:edit')} isLabelHidden value={text} onChange={setText} rows={2} maxRows={12} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {t('core:save')}
        </Button>
        <Button size="sm" onPress={onCancel}>
          {t('core:cancel')}
        </Button>
      </div>
    </form>
  )
}
