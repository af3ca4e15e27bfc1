import type { Task } from '@kolo/domain/boards/boards'
import { can } from '@kolo/domain/boards/boards.policy'
import { EmptyState, SkeletonList, SplitView } from '@kolo/ui'
import { useLocation, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { SquareKanban } from 'lucide-react'
import { type MouseEvent, type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { useTexts } from '../../lib/texts.tsx'
import { BoardBar, ColumnPicker } from './board-bar.tsx'
import { BoardLane } from './board-lane.tsx'
import { useBoardCommands, useWaitingTasks } from './boards.data.ts'
import { ColumnDialog } from './column-dialog.tsx'
import { useBoardDrag } from './drag.ts'
import { noFilter, shows } from './filter.ts'
import { lanesOf } from './lanes.ts'
import { RefusedTasks } from './refused-tasks.tsx'
import { TaskMenu } from './task-menu.tsx'
import { TaskPanel } from './task-panel.tsx'
import { useLift } from './use-lift.ts'

const nothing = { columns: {}, tasks: {} }
const boardLook = 'flex min-h-0 flex-1 snap-x snap-mandatory gap-3 overflow-x-auto px-4 pb-3 sm:snap-none lg:px-6'

/** The tab Board: columns, tasks, and the task that is open at the side, with its discussion. */
export function BoardView({ discussion }: { readonly discussion?: (task: Task) => ReactNode }) {
  const { spaceId = '' } = useParams({ strict: false })
  const { t, format } = useTexts('boards', 'core')
  const { state, me } = useSpace(spaceId)
  const { open, openId } = useOpenTask(spaceId)
  const today = format.calendarDay(useNow())
  const [filter, setFilter] = useState(noFilter)
  const applied = useDeferredValue(filter)
  const board = state?.board ?? nothing
  const confirmed = useMemo(
    () => lanesOf(board, shows(applied, me.personId, today)),
    [board, applied, me.personId, today],
  )
  const commands = useBoardCommands(spaceId)
  const waiting = useWaitingTasks()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  const [menu, setMenu] = useState<{ readonly taskId: string; readonly anchor: HTMLElement }>()
  const [currentId, setCurrentId] = useState<string>()
  const [isAdding, setAdding] = useState(false)
  const mayWork = can.work(me)
  const mayArrange = can.arrange(me)

  useBoardDrag(root, mayWork, commands.move)
  const openMenu = useCallback((taskId: string, anchor: HTMLElement) => setMenu({ taskId, anchor }), [])
  const { lanes, liftedId, said, onKeyDown, move, focusOn } = useLift({
    board: root,
    lanes: confirmed,
    mayMove: mayWork,
    onMove: commands.move,
    onMenu: openMenu,
  })
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const button = event.target.closest<HTMLElement>('[data-menu]')
    const card = event.target.closest<HTMLElement>('[data-card]')
    if (button) openMenu(button.dataset['menu'] ?? '', button)
    else if (card && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      open(card.dataset['card'])
    }
  }
  if (!state) return <SkeletonList label={t('core:loading')} rows={4} />
  const menuTask = menu && state.board.tasks[menu.taskId]
  const close = (): void => {
    open(undefined)
    if (openId !== undefined) focusOn(openId)
  }
  return (
    <div className="relative min-h-96 flex-1">
      <div className="absolute inset-0">
        <SplitView
          panelTitle={t('boards:task')}
          closeLabel={t('core:close')}
          isPanelOpen={openId !== undefined}
          onPanelOpenChange={(isOpen) => !isOpen && close()}
          panel={
            openId !== undefined && (
              <TaskPanel
                key={openId}
                spaceId={spaceId}
                taskId={openId}
                commands={commands}
                discussion={discussion}
                onClose={close}
              />
            )
          }
        >
          <section aria-label={t('boards:board')} className="flex h-full min-h-0 flex-col">
            <BoardBar
              filter={filter}
              onFilter={setFilter}
              onAddColumn={mayArrange ? () => setAdding(true) : undefined}
            />
            <RefusedTasks spaceId={spaceId} />
            <ColumnPicker lanes={lanes} board={root} />
            {lanes.length === 0 && <EmptyState icon={SquareKanban} title={t('boards:empty')} />}
            {/* Events of a thousand cards are heard in one place; the cards are links and buttons. */}
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
            <div
              ref={setRoot}
              className={boardLook}
              onClick={onClick}
              onKeyDown={onKeyDown}
              onFocus={({ target }) =>
                target instanceof HTMLElement && target.dataset['card'] && setCurrentId(target.dataset['card'])
              }
            >
              {lanes.map((lane) => {
                const here = (id: string | undefined) => (lane.tasks.some((task) => task.id === id) ? id : undefined)
                return (
                  <BoardLane
                    key={lane.column.id}
                    lane={lane}
                    currentId={here(currentId)}
                    liftedId={here(liftedId)}
                    openId={here(openId)}
                    waiting={waiting}
                    today={today}
                    mayWork={mayWork}
                    mayArrange={mayArrange}
                    commands={commands}
                  />
                )
              })}
            </div>
            <p id="board-instructions" hidden>
              {t('boards:instructions')}
            </p>
            <p aria-live="assertive" className="sr-only">
              {said}
            </p>
          </section>
        </SplitView>
        {menu && menuTask && (
          <TaskMenu
            task={menuTask}
            anchor={menu.anchor}
            lanes={lanes}
            onMove={(place) => move(menuTask.id, place)}
            onOpen={() => open(menuTask.id)}
            onDelete={() => void commands.remove(menuTask)}
            onClose={() => setMenu(undefined)}
          />
        )}
        {isAdding && (
          <ColumnDialog
            onClose={() => setAdding(false)}
            onSave={(name, category) => void commands.addColumn(name, category)}
          />
        )}
      </div>
    </div>
  )
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The task was opened on the board: the entry before is the board without it. */
    taskOpenedHere?: boolean
  }
}

/** Which task is open is part of the address, so that it can be linked to and *back* closes it. */
function useOpenTask(spaceId: string) {
  const { task: openId } = useSearch({ strict: false })
  const { taskOpenedHere } = useLocation({ select: ({ state }) => state })
  const navigate = useNavigate()
  const { history } = useRouter()
  const open = useCallback(
    (task: string | undefined) => {
      if (task === undefined && taskOpenedHere) return history.back()
      void navigate({
        to: '/spaces/$spaceId/boards',
        params: { spaceId },
        search: task === undefined ? {} : { task },
        resetScroll: false,
        state: { taskOpenedHere: task !== undefined && (openId === undefined || taskOpenedHere === true) },
        replace: task === undefined || openId !== undefined,
      })
    },
    [navigate, history, spaceId, openId, taskOpenedHere],
  )
  return { open, openId }
}
