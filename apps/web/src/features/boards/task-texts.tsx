import type { Task } from '@kolo/domain/boards/boards'
import { Button, IconButton, Notice, TextArea } from '@kolo/ui'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { MarkedText } from '../../lib/marked-text.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useFieldDraft } from './use-field-draft.ts'

type Props = { readonly task: Task; readonly mayWork: boolean; readonly onSave: (text: string) => void }

/** What is to be done, in a line. */
export function TaskTitle({ task, mayWork, onSave }: Props) {
  const { t } = useTexts('boards')
  const draft = useFieldDraft(task.title, (title) => {
    const line = title.replaceAll(/\s+/g, ' ').trim()
    if (line !== '') onSave(line)
  })
  if (!mayWork) return <p className="text-lg font-semibold wrap-anywhere">{task.title}</p>
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label={t('boards:taskTitle')}
        rows={1}
        maxLength={200}
        value={draft.text}
        onChange={draft.set}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft.isChanged) draft.reset()
          else if (event.key === 'Enter') {
            event.preventDefault()
            draft.commit()
          } else event.continuePropagation()
        }}
      />
      <Theirs text={draft.theirs} onTake={draft.reset} />
    </div>
  )
}

/** What it is about, with Markdown's marks. */
export function TaskDescription({ task, mayWork, onSave }: Props) {
  const { t } = useTexts('boards', 'core')
  const [isEditing, setEditing] = useState(false)
  const draft = useFieldDraft(task.description, onSave)
  if (!isEditing)
    return (
      <section aria-label={t('boards:description')} className="flex flex-col gap-1">
        <h3 className="flex min-h-8 items-center justify-between font-medium">
          {t('boards:description')}
          {mayWork && (
            <IconButton
              icon={Pencil}
              size="sm"
              label={`${t('core:edit')}: ${t('boards:description')}`}
              onPress={() => setEditing(true)}
            />
          )}
        </h3>
        {task.description === '' ? (
          <p className="text-muted">{t('boards:noDescription')}</p>
        ) : (
          <MarkedText text={task.description} />
        )}
      </section>
    )
  const end = (): void => setEditing(false)
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={t('boards:description')}
        rows={4}
        maxLength={10_000}
        value={draft.text}
        onChange={draft.set}
        onBlur={draft.commit}
        inputRef={focusAtOnce}
        onKeyDown={(event) => {
          if (event.key === 'Escape') draft.reset()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) draft.commit()
          else if (event.key !== 'Escape') return
          end()
        }}
      />
      <Theirs text={draft.theirs} onTake={draft.reset} />
      <div className="flex gap-2">
        <Button
          size="sm"
          variant="primary"
          onPress={() => {
            draft.commit()
            end()
          }}
        >
          {t('core:save')}
        </Button>
      </div>
    </div>
  )
}

function Theirs({ text, onTake }: { readonly text: string | undefined; readonly onTake: () => void }) {
  const { t } = useTexts('boards')
  if (text === undefined) return null
  return (
    <Notice
      tone="attention"
      isLive
      action={
        <Button size="sm" onPress={onTake}>
          {t('boards:takeTheirs')}
        </Button>
      }
    >
      <p className="line-clamp-4 wrap-anywhere">{t('boards:textChanged', { text })}</p>
    </Notice>
  )
}
