import type { Task } from '@kolo/domain/boards/boards'
import { can } from '@kolo/domain/boards/boards.policy'
import { fold } from '@kolo/i18n'
import { Checkbox, SearchField, SkeletonList } from '@kolo/ui'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { AddColumn } from './add-column.tsx'
import { BoardColumn, useColumnName } from './board-column.tsx'
import { useBoardCommands, useLanes } from './boards.data.ts'
import { type DropPlace, useDrops } from './drag.ts'
import { type Direction, step } from './keyboard-move.ts'
import { TaskPanel } from './task-panel.tsx'

/** The tab *Board*: columns, tasks, and the task that is open at the side. */
export function BoardView() {
  const { spaceId = '' } = useParams({ strict: false })
  const { t } = useTexts('boards', 'core')
  const { state, me } = useSpace(spaceId)
  const { lookup } = usePeople()
  const { task: openId } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [said, setSaid] = useState('')
  const [mine, setMine] = useState(false)
  const [words, setWords] = useState('')
  const shown = useCallback(
    (task: Task) => (!mine || task.assigneeIds.includes(me.personId)) && fold(task.title).includes(fold(words)),
    [mine, words, me.personId],
  )
  const lanes = useLanes(state?.board, shown)
  const commands = useBoardCommands(spaceId)
  const nameOf = useColumnName()

  const open = useCallback(
    (task: string | undefined) => void navigate({ to: '/spaces/$spaceId/boards', params: { spaceId }, search: task ? { task } : {}, replace: true }),
    [navigate, spaceId],
  )
  const drop = useCallback(
    (taskId: string, { columnId, beforeTaskId }: DropPlace) => {
      const others = lanes.find(({ column }) => column.id === columnId)?.tasks.filter(({ id }) => id !== taskId) ?? []
      const index = beforeTaskId === null ? others.length : others.findIndex(({ id }) => id === beforeTaskId)
      void commands.move(taskId, columnId, others[index - 1]?.id ?? null)
    },
    [lanes, commands],
  )
  useDrops(drop)
  const onStep = useCallback(
    (taskId: string, direction: Direction) => {
      const task = state?.board.tasks[taskId]
      const to = task && step(lanes, task, direction)
      if (!task || !to) return
      void commands.move(taskId, to.columnId, to.afterTaskId)
      const lane = lanes.find(({ column }) => column.id === to.columnId)
      const others = lane?.tasks.filter(({ id }) => id !== taskId) ?? []
      const position = to.afterTaskId === null ? 1 : others.findIndex(({ id }) => id === to.afterTaskId) + 2
      if (lane) setSaid(t('boards:moved', { title: task.title, column: nameOf(lane.column), position, total: others.length + 1 }))
    },
    [state, lanes, commands, t, nameOf],
  )
  const onGrab = useCallback(
    (taskId: string, grabbed: boolean) => {
      const title = state?.board.tasks[taskId]?.title
      if (grabbed && title) setSaid(t('boards:grabbed', { title }))
    },
    [state, t],
  )
  const canWork = useMemo(() => can.work(me), [me])
  if (!state) return <SkeletonList label={t('core:loading')} rows={4} />
  const opened = openId === undefined ? undefined : state.board.tasks[openId]
  return (
    <section aria-label={t('boards:board')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 lg:px-6">
        <SearchField label={t('core:filter')} value={words} onChange={setWords} className="w-56" />
        <Checkbox isSelected={mine} onChange={setMine}>
          {t('boards:filterMine')}
        </Checkbox>
      </div>
      <div aria-live="assertive" className="sr-only">
        {said}
      </div>
      <div className="flex min-h-96 flex-1 snap-x scroll-pl-4 gap-3 overflow-x-auto px-4 pb-4 lg:scroll-pl-6 lg:px-6">
        {lanes.map((lane) => (
          <BoardColumn
            key={lane.column.id}
            lane={lane}
            canWork={canWork}
            canArrange={can.arrange(me)}
            commands={commands}
            lookup={lookup}
            onOpen={open}
            onStep={onStep}
            onGrab={onGrab}
          />
        ))}
        {can.arrange(me) && <AddColumn onAdd={(name, category) => void commands.addColumn(name, category)} />}
      </div>
      {opened && (
        <TaskPanel key={opened.id} spaceId={spaceId} task={opened} lanes={lanes} canWork={canWork} commands={commands} onClose={() => open(undefined)} />
      )}
    </section>
  )
}
