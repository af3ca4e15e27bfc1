import type { Task } from '@kolo/domain/boards/boards'
import { can } from '@kolo/domain/boards/boards.policy'
import { byOrder } from '@kolo/domain/boards/boards.order'
import { Button, DatePicker, EmptyState, FileButton, Select } from '@kolo/ui'
import { Paperclip, Trash2, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Attachments } from '../../lib/attachments.tsx'
import { useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { usePeople } from '../../lib/people.tsx'
import { placeOfTask } from '../../lib/places.ts'
import { Present } from '../../lib/present.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useUploads } from '../../lib/uploads.ts'
import { Assignees } from './assignees.tsx'
import { type BoardCommands, columnName } from './boards.data.ts'
import { isOverdue } from './task-card.tsx'
import { TaskDescription, TaskTitle } from './task-texts.tsx'

type Props = {
  readonly spaceId: string
  readonly taskId: string
  readonly commands: BoardCommands
  readonly discussion: ((task: Task) => ReactNode) | undefined
  readonly onClose: () => void
}

/** A task in full; every change is saved at once. */
export function TaskPanel({ spaceId, taskId, commands, discussion, onClose }: Props) {
  const { t, format } = useTexts('boards', 'core')
  const { state, me } = useSpace(spaceId)
  const { lookup } = usePeople()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const task = state?.board.tasks[taskId]
  usePageTitle(task?.title ?? t('boards:taskGone'), true)
  if (!task) return <EmptyState title={t('boards:taskGone')} />
  const mayWork = can.work(me)
  const fields = { task, mayWork }
  return (
    // Escape closes, as in a dialog; the fields keep theirs.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      role="group"
      aria-label={task.title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex flex-col gap-4 outline-none"
    >
      <TaskTitle {...fields} onSave={(title) => void commands.edit(task.id, { title })} />
      <Present spaceId={spaceId} at={placeOfTask(task.id)} />
      <TaskState spaceId={spaceId} commands={commands} {...fields} />
      <Assignees
        spaceId={spaceId}
        {...fields}
        onChange={(assigneeIds) => void commands.edit(task.id, { assigneeIds })}
      />
      <TaskDescription {...fields} onSave={(description) => void commands.edit(task.id, { description })} />
      <TaskFiles spaceId={spaceId} commands={commands} {...fields} />
      {discussion && (
        <section className="flex flex-col gap-2 border-t pt-4">
          <h3 className="font-medium">{t('boards:discuss')}</h3>
          {discussion(task)}
        </section>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-2 border-t pt-3 text-sm text-muted">
        <span>
          {t('core:createdBy', { person: lookup(task.createdBy).name })} · {format.date(task.createdAt)}
          {task.doneAt !== null && ` · ${t('boards:doneOn', { date: format.date(task.doneAt) })}`}
        </span>
        {mayWork && (
          <Button
            size="sm"
            variant="plain"
            icon={Trash2}
            className="text-danger"
            onPress={() => {
              void commands.remove(task)
              onClose()
            }}
          >
            {t('boards:deleteTask')}
          </Button>
        )}
      </footer>
    </div>
  )
}

type PartProps = Pick<Props, 'spaceId' | 'commands'> & { readonly task: Task; readonly mayWork: boolean }

/** Where it stands, and until when. */
function TaskState({ spaceId, task, mayWork, commands }: PartProps) {
  const { t, format } = useTexts('boards', 'core')
  const { state } = useSpace(spaceId)
  const today = format.calendarDay(useNow())
  const columns = Object.values(state?.board.columns ?? {}).toSorted(byOrder)
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('boards:column')}
        options={columns.map((column) => ({ value: column.id, label: columnName(t, column) }))}
        value={task.columnId}
        onChange={(columnId) => columnId !== task.columnId && commands.move(task.id, columnId, null)}
        placeholder={t('boards:column')}
        isDisabled={!mayWork}
      />
      <div className="flex items-end gap-1">
        <DatePicker
          label={t('boards:dueOn')}
          value={task.dueOn}
          onChange={(dueOn) => dueOn !== task.dueOn && void commands.edit(task.id, { dueOn })}
          isReadOnly={!mayWork}
          className="flex-1"
          {...(isOverdue(task, today) ? { note: t('boards:overdue') } : {})}
        />
        {mayWork && task.dueOn !== null && (
          <Button
            size="md"
            variant="plain"
            aria-label={t('core:noDueDate')}
            onPress={() => void commands.edit(task.id, { dueOn: null })}
          >
            <X size={16} aria-hidden />
          </Button>
        )}
      </div>
    </div>
  )
}

function TaskFiles({ spaceId, task, mayWork, commands }: PartProps) {
  const { t } = useTexts('boards', 'files')
  const { uploads, start } = useUploads(spaceId)
  const [begun, setBegun] = useState<readonly string[]>([])
  // A file hangs on the task once it is stored: until then only its sender sees it.
  const under = begun.filter((id) => !task.fileIds.includes(id) && uploads.some((upload) => upload.id === id))
  const attach = (files: readonly File[]): void => {
    const room = Math.max(0, 20 - task.fileIds.length - under.length)
    const ids = start(files.slice(0, room), (fileId) => commands.attach(task.id, fileId))
    setBegun((before) => [...before, ...ids])
  }
  const detach = (fileId: string): void => {
    if (task.fileIds.includes(fileId))
      void commands.edit(task.id, { fileIds: task.fileIds.filter((id) => id !== fileId) })
  }
  if (!mayWork && task.fileIds.length === 0) return null
  return (
    <section aria-label={t('boards:attachments')} className="flex flex-col items-start gap-2">
      <h3 className="font-medium">{t('boards:attachments')}</h3>
      <Attachments spaceId={spaceId} fileIds={[...task.fileIds, ...under]} onDetach={mayWork ? detach : undefined} />
      {mayWork && (
        <FileButton size="sm" icon={Paperclip} allowsMultiple onFiles={attach}>
          {t('files:attach')}
        </FileButton>
      )}
    </section>
  )
}
