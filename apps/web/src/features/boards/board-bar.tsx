import { Button, classNames, SearchField } from '@kolo/ui'
import { ListFilter, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTexts } from '../../lib/texts.tsx'
import { columnName } from './boards.data.ts'
import type { Filter } from './filter.ts'
import type { Lane } from './lanes.ts'

type Props = {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** With it, columns can be added. */
  readonly onAddColumn?: (() => void) | undefined
}

/** Above the board: what is shown of it. */
export function BoardBar({ filter, onFilter, onAddColumn }: Props) {
  const { t } = useTexts('boards', 'core')
  const toggle = (key: 'isMine' | 'isOverdue' | 'hidesDone', label: string) => (
    <ToggleButton
      isSelected={filter[key]}
      onChange={(isSelected) => onFilter({ ...filter, [key]: isSelected })}
      className="focus-ring flex min-h-8 shrink-0 cursor-pointer items-center rounded border border-line-strong/60 bg-surface px-3 data-hovered:bg-hover data-selected:border-action data-selected:bg-action-soft data-selected:font-medium data-selected:text-action pointer-coarse:min-h-11"
    >
      {label}
    </ToggleButton>
  )
  return (
    <div className="flex items-center gap-2 overflow-x-auto px-4 py-2 lg:px-6">
      <SearchField
        label={t('boards:filterText')}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        className="w-44 shrink-0 sm:w-56"
      />
      <ListFilter size={16} aria-hidden className="shrink-0 text-muted max-sm:hidden" />
      {toggle('isMine', t('boards:filterMine'))}
      {toggle('isOverdue', t('boards:filterOverdue'))}
      {toggle('hidesDone', t('boards:hideDone'))}
      {onAddColumn && (
        <Button icon={Plus} className="ml-auto shrink-0" onPress={onAddColumn}>
          {t('boards:addColumn')}
        </Button>
      )}
    </div>
  )
}

/** On a phone: which column one sees, and a way to each. */
export function ColumnPicker({
  lanes,
  board,
}: {
  readonly lanes: readonly Lane[]
  readonly board: HTMLElement | null
}) {
  const { t } = useTexts('boards')
  const shownId = useColumnInSight(board, lanes.length)
  const show = (columnId: string): void =>
    board
      ?.querySelector(`[data-column="${columnId}"]`)
      ?.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'smooth' })
  return (
    <nav aria-label={t('boards:columns')} className="flex gap-1 overflow-x-auto px-4 pb-2 sm:hidden">
      {lanes.map(({ column, tasks }) => (
        <button
          key={column.id}
          type="button"
          aria-current={column.id === shownId}
          onClick={() => show(column.id)}
          className={classNames(
            'flex min-h-11 shrink-0 cursor-pointer items-center gap-1.5 rounded-full border px-3',
            column.id === shownId ? 'border-action bg-action-soft font-medium text-action' : 'bg-surface text-muted',
          )}
        >
          {columnName(t, column)}
          <span className="text-sm tabular-nums">{tasks.length}</span>
        </button>
      ))}
    </nav>
  )
}

function useColumnInSight(board: HTMLElement | null, count: number): string | undefined {
  const [shownId, setShownId] = useState<string>()
  useEffect(() => {
    if (!board || count === 0) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        const inSight = entries.find(({ isIntersecting }) => isIntersecting)?.target
        if (inSight instanceof HTMLElement) setShownId(inSight.dataset['column'])
      },
      { root: board, threshold: 0.6 },
    )
    for (const column of board.querySelectorAll('[data-column]')) observer.observe(column)
    return () => observer.disconnect()
  }, [board, count])
  return shownId
}
