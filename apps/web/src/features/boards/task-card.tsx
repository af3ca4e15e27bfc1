import type { Task } from '@kolo/domain/boards/boards'
import { AvatarGroup } from '@kolo/ui'
import { Paperclip } from 'lucide-react'
import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { useNow } from '../../lib/now.ts'
import type { ShownPerson } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useDraggableCard } from './drag.ts'
import type { Direction } from './keyboard-move.ts'

type Props = {
  readonly task: Task
  readonly people: readonly ShownPerson[]
  readonly canMove: boolean
  onOpen(taskId: string): void
  onStep(taskId: string, direction: Direction): void
  onGrab(taskId: string, grabbed: boolean): void
}

const directions: Partial<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

/** A task on the board: opened by a press or Enter; Space picks it up, arrows move it, Space or Escape puts it down. */
export const TaskCard = memo(function TaskCard({ task, people, canMove, onOpen, onStep, onGrab }: Props) {
  const { t, format } = useTexts('boards')
  const today = format.calendarDay(useNow())
  const card = useRef<HTMLButtonElement>(null)
  const [grabbed, setGrabbed] = useState(false)
  const { isDragged, isOver } = useDraggableCard(card, task.id, task.columnId)
  const late = task.dueOn !== null && task.doneAt === null && task.dueOn < today

  const grab = (next: boolean): void => {
    setGrabbed(next)
    onGrab(task.id, next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key]
    if (event.key === ' ' && canMove) {
      event.preventDefault()
      grab(!grabbed)
    } else if (grabbed && (event.key === 'Escape' || event.key === 'Enter')) {
      event.preventDefault()
      grab(false)
    } else if (grabbed && direction) {
      event.preventDefault()
      onStep(task.id, direction)
      // The card may be drawn anew in another column: the focus follows it.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-task="${task.id}"]`)?.focus())
    }
  }
  return (
    <button
      ref={card}
      type="button"
      data-task={task.id}
      aria-pressed={grabbed}
      onClick={() => onOpen(task.id)}
      onKeyDown={onKeyDown}
      onBlur={() => grabbed && setGrabbed(false)}
      className={`flex w-full flex-col gap-2 rounded border bg-surface p-3 text-start [contain-intrinsic-size:auto_64px] [content-visibility:auto] hover:bg-hover ${
        isOver ? 'border-action' : 'border-line'
      } ${isDragged ? 'opacity-40' : ''} ${grabbed ? 'outline-2 outline-focus' : ''}`}
    >
      <span className={task.doneAt ? 'text-muted line-through' : ''}>{task.title}</span>
      {(task.dueOn || people.length > 0 || task.fileIds.length > 0) && (
        <span className="flex items-center gap-2 text-sm text-muted">
          {task.dueOn && (
            <span className={late ? 'font-medium text-attention' : ''}>
              {late && <span className="sr-only">{t('boards:overdue')} </span>}
              {format.date(task.dueOn, 'day')}
            </span>
          )}
          {task.fileIds.length > 0 && <Paperclip size={14} aria-label={t('boards:attachments')} />}
          <span className="flex-1" />
          {people.length > 0 && <AvatarGroup people={people} label={people.map((person) => person.name).join(', ')} moreLabel={(count) => `+${count}`} />}
        </span>
      )}
    </button>
  )
})
