import type { Task } from '@kolo/domain/boards/boards'
import type { Format, Translate } from '@kolo/i18n'
import type { OutboxItem } from '@kolo/sync'
import { AvatarGroup, classNames } from '@kolo/ui'
import { CalendarDays, Clock, Ellipsis, Paperclip } from 'lucide-react'
import { memo } from 'react'
import type { ShownPerson } from '../../lib/people.tsx'
import { unsentText } from '../../lib/unsent-text.ts'

type Props = {
  readonly task: Task
  /** The calendar day here. */
  readonly today: string
  /** The one card of its column that the Tab key reaches. */
  readonly isCurrent: boolean
  readonly isLifted: boolean
  readonly isOpen: boolean
  /** Its change that waits for the network, or for the server. */
  readonly waiting: OutboxItem | undefined
  readonly mayMove: boolean
  readonly t: Translate
  readonly format: Format
  readonly lookup: (personId: string) => ShownPerson
}

/** Whether a task should be done by now. */
export const isOverdue = (task: Pick<Task, 'dueOn' | 'doneAt'>, today: string): boolean =>
  task.dueOn !== null && task.doneAt === null && task.dueOn < today

/** A task on the board. Light: no listeners of its own, and drawn only while it is in sight. */
export const TaskCard = memo(function TaskCard(props: Props) {
  const { task, isCurrent, isLifted, isOpen, waiting, mayMove, t } = props
  return (
    <li
      data-task={task.id}
      className="group/card relative pb-2 [contain-intrinsic-size:auto_72px] [content-visibility:auto] data-dragged:opacity-40"
    >
      <a
        href={`?task=${task.id}`}
        draggable={false}
        data-card={task.id}
        tabIndex={isCurrent ? 0 : -1}
        aria-describedby="board-instructions"
        {...(isOpen ? { 'aria-current': 'true' } : {})}
        className={classNames(
          'flex flex-col gap-1.5 rounded border bg-surface px-3 py-2 text-text -outline-offset-2',
          isOpen ? 'border-action bg-selected' : 'hover:bg-hover',
          isLifted && 'border-action shadow-float outline-2 outline-focus',
        )}
      >
        <span
          className={classNames(
            'line-clamp-4 wrap-anywhere',
            mayMove && 'pr-5 pointer-coarse:pr-9',
            task.doneAt !== null && 'text-muted line-through',
          )}
        >
          {task.title}
        </span>
        <CardFacts {...props} />
        {waiting && (
          <span className="flex items-center gap-1 text-xs text-attention">
            <Clock size={12} aria-hidden className="shrink-0" />
            {unsentText(t, waiting)}
          </span>
        )}
      </a>
      {mayMove && (
        <button
          type="button"
          data-menu={task.id}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={t('boards:taskActions', { title: task.title })}
          aria-haspopup="menu"
          className="absolute top-1 right-1 flex size-7 cursor-pointer items-center justify-center rounded text-muted opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 hover:bg-pressed focus-visible:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100"
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      )}
    </li>
  )
})

function CardFacts({ task, today, t, format, lookup }: Props) {
  if (task.dueOn === null && task.fileIds.length === 0 && task.assigneeIds.length === 0 && !task.office) return null
  const people = task.assigneeIds.map(lookup)
  const late = isOverdue(task, today)
  return (
    <span className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      {task.dueOn !== null && (
        <span className={classNames('inline-flex items-center gap-1', late && 'font-medium text-attention')}>
          <CalendarDays size={13} aria-hidden />
          <span className="sr-only">{late ? t('boards:overdue') : t('boards:dueOn')}</span>
          {format.date(task.dueOn, 'day')}
        </span>
      )}
      {task.fileIds.length > 0 && (
        <span className="inline-flex items-center gap-1">
          <Paperclip size={13} aria-hidden />
          <span aria-hidden>{task.fileIds.length}</span>
          <span className="sr-only">{t('boards:attachmentCount', { count: task.fileIds.length })}</span>
        </span>
      )}
      {people.length === 0 && task.office && <span className="ml-auto">{t(`roles:${task.office}`)}</span>}
      {people.length > 0 && (
        <span className="ml-auto">
          <AvatarGroup label={t('boards:assignee')} people={people} max={3} moreLabel={(count) => `+${count}`} />
        </span>
      )}
    </span>
  )
}
