import type { ColumnCategory } from '@kolo/domain/boards/boards'
import type { OutboxItem } from '@kolo/sync'
import { IconButton, Menu, MenuItem } from '@kolo/ui'
import { Ban, Circle, CircleCheck, CircleDot, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { type BoardCommands, columnName } from './boards.data.ts'
import { ColumnDialog } from './column-dialog.tsx'
import type { Lane } from './lanes.ts'
import { QuickAdd } from './quick-add.tsx'
import { TaskCard } from './task-card.tsx'

const signs: Readonly<Record<ColumnCategory, typeof Circle>> = {
  todo: Circle,
  doing: CircleDot,
  blocked: Ban,
  done: CircleCheck,
}

type Props = {
  readonly lane: Lane
  /** The cards that matter here, where they stand in this column. */
  readonly currentId: string | undefined
  readonly liftedId: string | undefined
  readonly openId: string | undefined
  readonly waiting: ReadonlyMap<string, OutboxItem>
  readonly today: string
  readonly mayWork: boolean
  readonly mayArrange: boolean
  readonly commands: BoardCommands
}

/** A column with its tasks, and a line to add one. */
export const BoardLane = memo(function BoardLane(props: Props) {
  const { lane, currentId, liftedId, openId, waiting, today, mayWork, mayArrange, commands } = props
  const { t, format } = useTexts('boards', 'core', 'errors', 'roles')
  const { lookup } = usePeople()
  const { column, tasks, total } = lane
  const name = columnName(t, column)
  const Sign = signs[column.category]
  const wanted = tasks.findIndex(({ id }) => id === liftedId || id === currentId)
  const { limit, sentinel } = useMoreAtTheEnd(tasks.length, wanted)
  const reachable = currentId ?? tasks[0]?.id
  return (
    <section
      aria-label={name}
      data-column={column.id}
      className="flex h-full w-[82vw] max-w-96 shrink-0 snap-center flex-col rounded border bg-sunken sm:w-72 lg:w-auto lg:min-w-56 lg:flex-1"
    >
      <header className="flex min-h-11 items-center gap-2 pr-1 pl-3">
        <Sign size={16} aria-hidden className="shrink-0 text-muted" />
        <h2 className="min-w-0 truncate font-semibold">{name}</h2>
        <span className="text-sm text-muted tabular-nums">
          <span aria-hidden>
            {tasks.length === total ? total : t('boards:shownOf', { shown: tasks.length, total })}
          </span>
          <span className="sr-only">{t('boards:taskCount', { count: tasks.length })}</span>
        </span>
        {mayArrange && <ColumnMenu lane={lane} name={name} commands={commands} />}
      </header>
      <div data-scroll className="min-h-16 flex-1 overflow-y-auto overscroll-y-contain px-2 pt-0.5">
        {tasks.length === 0 && <p className="px-1 py-2 text-sm text-muted">{t('boards:emptyColumn')}</p>}
        <ul>
          {tasks.slice(0, limit).map((task) => (
            <TaskCard
              key={task.id}
              task={task}
              today={today}
              isCurrent={task.id === reachable}
              isLifted={task.id === liftedId}
              isOpen={task.id === openId}
              waiting={waiting.get(task.id)}
              mayMove={mayWork}
              t={t}
              format={format}
              lookup={lookup}
            />
          ))}
        </ul>
        {limit < tasks.length && <div ref={sentinel} className="h-24" />}
      </div>
      {mayWork && (
        <div className="px-2 pb-2">
          <QuickAdd column={name} onAdd={(title) => commands.create(column.id, title)} />
        </div>
      )}
    </section>
  )
})

const step = 40

/** How many cards are in the page: some at first, more as one comes near the end of them. */
function useMoreAtTheEnd(count: number, wanted: number) {
  const [asked, setAsked] = useState(step)
  const limit = Math.min(count, Math.max(asked, wanted + step / 2))
  const sentinel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!sentinel.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setAsked(limit + step)
      },
      { root: sentinel.current.parentElement, rootMargin: '600px' },
    )
    observer.observe(sentinel.current)
    return () => observer.disconnect()
  }, [limit, count])
  return { limit, sentinel }
}

type ColumnMenuProps = { readonly lane: Lane; readonly name: string; readonly commands: BoardCommands }

function ColumnMenu({ lane: { column, total }, name, commands }: ColumnMenuProps) {
  const { t } = useTexts('boards')
  const [isChanging, setChanging] = useState(false)
  const label = t('boards:columnActions', { column: name })
  return (
    <span className="ml-auto">
      <Menu label={label} trigger={<IconButton icon={Ellipsis} size="sm" label={label} />}>
        <MenuItem icon={Pencil} onAction={() => setChanging(true)}>
          {t('boards:renameColumn')}
        </MenuItem>
        <MenuItem
          icon={Trash2}
          tone="danger"
          isDisabled={total > 0}
          {...(total > 0 ? { description: t('boards:columnNotEmpty') } : {})}
          onAction={() => void commands.removeColumn(column.id)}
        >
          {t('boards:deleteColumn')}
        </MenuItem>
      </Menu>
      {isChanging && (
        <ColumnDialog
          column={column}
          onClose={() => setChanging(false)}
          onSave={(newName, category) => void commands.changeColumn(column.id, newName, category)}
        />
      )}
    </span>
  )
}
