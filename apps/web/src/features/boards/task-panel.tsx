import type { Task } from '@kolo/domain/boards/boards'
import { Avatar, Button, Checkbox, Drawer, Select, TextArea, TextField } from '@kolo/ui'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useColumnName } from './board-column.tsx'
import type { BoardCommands, Lane } from './boards.data.ts'

type Props = {
  readonly spaceId: string
  readonly task: Task
  readonly lanes: readonly Lane[]
  readonly canWork: boolean
  readonly commands: BoardCommands
  onClose(): void
}

/** A task in full. What is written is saved when the field is left. */
export function TaskPanel({ spaceId, task, lanes, canWork, commands, onClose }: Props) {
  const { t } = useTexts('boards', 'core')
  const nameOf = useColumnName()
  const [title, setTitle] = useState(task.title)
  const [description, setDescription] = useState(task.description)
  const move = (columnId: string): void => {
    const last = lanes.find(({ column }) => column.id === columnId)?.tasks.at(-1)
    void commands.move(task.id, columnId, last?.id ?? null)
  }
  return (
    <Drawer
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={task.title}
      closeLabel={t('core:close')}
      footer={
        canWork && (
          <Button
            variant="danger"
            icon={Trash2}
            onPress={() => {
              void commands.remove(task)
              onClose()
            }}
          >
            {t('boards:deleteTask')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('core:title')}
          value={title}
          onChange={setTitle}
          isReadOnly={!canWork}
          maxLength={200}
          onBlur={() => title.trim() && title !== task.title && void commands.edit(task.id, { title: title.trim() })}
        />
        <Select
          label={t('boards:column')}
          options={lanes.map(({ column }) => ({ value: column.id, label: nameOf(column) }))}
          value={task.columnId}
          onChange={move}
          placeholder=""
          isDisabled={!canWork}
        />
        <TextField
          label={t('boards:dueOn')}
          type="date"
          value={task.dueOn ?? ''}
          isReadOnly={!canWork}
          onChange={(day) => void commands.edit(task.id, { dueOn: day === '' ? null : day })}
        />
        <TextArea
          label={t('boards:description')}
          value={description}
          onChange={setDescription}
          isReadOnly={!canWork}
          rows={4}
          maxRows={16}
          onBlur={() => description !== task.description && void commands.edit(task.id, { description })}
        />
        <Assignees spaceId={spaceId} task={task} canWork={canWork} commands={commands} />
      </div>
    </Drawer>
  )
}

function Assignees({ spaceId, task, canWork, commands }: Pick<Props, 'spaceId' | 'task' | 'canWork' | 'commands'>) {
  const { t } = useTexts('boards')
  const { state } = useSpace(spaceId)
  const { lookup } = usePeople()
  const members = [...new Set((state?.space.members ?? []).map((member) => member.personId))].map(lookup)
  const change = (personId: string, assigned: boolean): void => {
    const others = task.assigneeIds.filter((id) => id !== personId)
    void commands.edit(task.id, { assigneeIds: assigned ? [...others, personId] : others })
  }
  return (
    <fieldset className="flex flex-col gap-1" disabled={!canWork}>
      <legend className="pb-1 font-medium">{t('boards:assignee')}</legend>
      {members.map((person) => (
        <Checkbox
          key={person.id}
          isSelected={task.assigneeIds.includes(person.id)}
          isDisabled={!canWork}
          onChange={(assigned) => change(person.id, assigned)}
        >
          <span className="flex items-center gap-2">
            <Avatar name={person.name} color={person.color} size={20} />
            {person.name}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
