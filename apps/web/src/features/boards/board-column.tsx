import type { Task } from '@kolo/domain/boards/boards'
import { Button, CountBadge, IconButton, Menu, MenuItem, TextField } from '@kolo/ui'
import { Ellipsis, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ShownPerson } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { BoardCommands, Lane } from './boards.data.ts'
import { useColumnTarget } from './drag.ts'
import type { Direction } from './keyboard-move.ts'
import { TaskCard } from './task-card.tsx'

type Props = {
  readonly lane: Lane
  readonly canWork: boolean
  readonly canArrange: boolean
  readonly commands: BoardCommands
  lookup(personId: string): ShownPerson
  onOpen(taskId: string): void
  onStep(taskId: string, direction: Direction): void
  onGrab(taskId: string, grabbed: boolean): void
}

/** What a column is called: its own name, or that of its category. */
export function useColumnName(): (column: Lane['column']) => string {
  const { t } = useTexts('boards')
  return (column) => column.name ?? t(`boards:${column.category}`)
}

/** A column with its tasks, and the field that adds one. */
export function BoardColumn({ lane: { column, tasks }, canWork, canArrange, commands, lookup, onOpen, onStep, onGrab }: Props) {
  const { t } = useTexts('boards')
  const nameOf = useColumnName()
  const box = useRef<HTMLDivElement>(null)
  const isOver = useColumnTarget(box, column.id)
  const name = nameOf(column)
  return (
    <section
      aria-label={name}
      className="flex w-[calc(100vw-3rem)] max-w-80 shrink-0 snap-start flex-col rounded bg-sunken lg:w-60 lg:flex-1 lg:shrink-0"
    >
      <header className="flex min-h-10 items-center gap-2 px-3">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{name}</h2>
        <CountBadge count={tasks.length} label={t('boards:taskCount', { count: tasks.length })} />
        {canArrange && (
          <Menu trigger={<IconButton size="sm" icon={Ellipsis} label={t('boards:column')} />} label={t('boards:column')}>
            <MenuItem tone="danger" isDisabled={tasks.length > 0} onAction={() => void commands.removeColumn(column.id)}>
              {t('boards:deleteColumn')}
            </MenuItem>
          </Menu>
        )}
      </header>
      <div ref={box} className={`flex min-h-24 flex-1 flex-col gap-2 overflow-y-auto rounded p-2 ${isOver ? 'bg-hover' : ''}`}>
        {tasks.length === 0 && <p className="px-1 py-2 text-sm text-muted">{t('boards:emptyColumn')}</p>}
        <ul className="flex flex-col gap-2">
          {tasks.map((task: Task) => (
            <li key={task.id}>
              <TaskCard task={task} people={task.assigneeIds.map(lookup)} canMove={canWork} onOpen={onOpen} onStep={onStep} onGrab={onGrab} />
            </li>
          ))}
        </ul>
      </div>
      {canWork && <QuickAdd onAdd={(title) => void commands.create(column.id, title)} />}
    </section>
  )
}

/** One line, Enter, and the next: the field stays open until it is left empty. */
function QuickAdd({ onAdd }: { onAdd: (title: string) => void }) {
  const { t } = useTexts('boards')
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState('')
  if (!open) {
    return (
      <Button variant="plain" icon={Plus} className="m-2 justify-start text-muted" onPress={() => setOpen(true)}>
        {t('boards:addTask')}
      </Button>
    )
  }
  return (
    <form
      className="p-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim()) onAdd(title.trim())
        else setOpen(false)
        setTitle('')
      }}
      onBlur={() => title.trim() === '' && setOpen(false)}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field opens to be typed into */}
      <TextField label={t('boards:taskTitle')} isLabelHidden placeholder={t('boards:taskTitle')} autoFocus value={title} onChange={setTitle} maxLength={200} />
    </form>
  )
}
