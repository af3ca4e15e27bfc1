import type { Task } from '@kolo/domain/boards/boards'
import { MenuItem, MenuSection, MenuSeparator } from '@kolo/ui'
import {
  ArrowDownToLine,
  ArrowRight,
  ArrowUpToLine,
  MoveDown,
  MoveUp,
  SquareArrowOutUpRight,
  Trash2,
} from 'lucide-react'
import { Menu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { useTexts } from '../../lib/texts.tsx'
import { columnName } from './boards.data.ts'
import { type Lane, type Place, placeOf, stepped } from './lanes.ts'

type Props = {
  readonly task: Task
  /** Where it opens: one menu serves all cards. */
  readonly anchor: HTMLElement
  readonly lanes: readonly Lane[]
  readonly onMove: (place: Place) => void
  readonly onOpen: () => void
  readonly onDelete: () => void
  readonly onClose: () => void
}

/** Every move by one choice: with a thumb, or where dragging is no way. */
export function TaskMenu({ task, anchor, lanes, onMove, onOpen, onDelete, onClose }: Props) {
  const { t } = useTexts('boards', 'core')
  const place = placeOf(lanes, task.id)
  const ways = [
    { step: 'up', icon: MoveUp, label: t('boards:moveUp') },
    { step: 'down', icon: MoveDown, label: t('boards:moveDown') },
    { step: 'top', icon: ArrowUpToLine, label: t('boards:toTop') },
    { step: 'bottom', icon: ArrowDownToLine, label: t('boards:toBottom') },
  ] as const
  const possible = ways.flatMap((way) => {
    const next = place && stepped(lanes, task.id, place, way.step)
    return next ? [{ ...way, next }] : []
  })
  return (
    <Popover
      isOpen
      triggerRef={{ current: anchor }}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      className="max-w-[calc(100vw-1rem)] min-w-56 rounded border bg-raised text-text shadow-float outline-none"
    >
      <Menu
        aria-label={t('boards:taskActions', { title: task.title })}
        // A menu takes the focus when it opens.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first"
        onClose={onClose}
        className="max-h-96 overflow-auto p-1 outline-none"
      >
        <MenuItem icon={SquareArrowOutUpRight} onAction={onOpen}>
          {t('core:open')}
        </MenuItem>
        <MenuSection title={t('boards:move')}>
          {lanes
            .filter(({ column }) => column.id !== task.columnId)
            .map(({ column }) => (
              <MenuItem key={column.id} icon={ArrowRight} onAction={() => onMove({ columnId: column.id, index: 0 })}>
                {t('boards:moveTo', { column: columnName(t, column) })}
              </MenuItem>
            ))}
          {possible.map(({ step, icon, label, next }) => (
            <MenuItem key={step} icon={icon} onAction={() => onMove(next)}>
              {label}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSeparator />
        <MenuItem icon={Trash2} tone="danger" onAction={onDelete}>
          {t('boards:deleteTask')}
        </MenuItem>
      </Menu>
    </Popover>
  )
}
