import type { Task } from '@kolo/domain/boards/boards'
import { compareNames } from '@kolo/i18n'
import { Avatar, Button, Menu, MenuItem } from '@kolo/ui'
import { UserPlus } from 'lucide-react'
import { useMemo } from 'react'
import { useSpace } from '../../lib/hub.tsx'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'

type Props = {
  readonly spaceId: string
  readonly task: Task
  readonly mayWork: boolean
  readonly onChange: (assigneeIds: readonly string[]) => void
}

/** Who does it: any of the space's members. */
export function Assignees({ spaceId, task, mayWork, onChange }: Props) {
  const { t, rendition } = useTexts('boards', 'core', 'roles')
  const { state, me } = useSpace(spaceId)
  const { lookup } = usePeople()
  const members = useMemo(() => {
    const byName = compareNames(rendition)
    const ids = new Set([...(state?.space.members ?? []).map(({ personId }) => personId), ...task.assigneeIds])
    return [...ids].map(lookup).toSorted((a, b) => byName(a.name, b.name))
  }, [state?.space.members, task.assigneeIds, lookup, rendition])
  const isMine = task.assigneeIds.includes(me.personId)
  return (
    <section aria-label={t('boards:assignee')} className="flex flex-col gap-1.5">
      <h3 className="font-medium">{t('boards:assignee')}</h3>
      {task.assigneeIds.length === 0 && (
        <p className="text-muted">
          {task.office ? t('boards:fallsTo', { office: t(`roles:${task.office}`) }) : t('boards:unassigned')}
        </p>
      )}
      <ul className="flex flex-col gap-1">
        {task.assigneeIds.map(lookup).map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <Avatar name={person.name} color={person.color} />
            <span className="min-w-0 truncate">{person.name}</span>
            {person.organizationName && (
              <span className="min-w-0 truncate text-sm text-muted">{person.organizationName}</span>
            )}
          </li>
        ))}
      </ul>
      {mayWork && (
        <div className="flex flex-wrap gap-2">
          <Menu
            label={t('boards:assign')}
            placement="bottom start"
            trigger={
              <Button size="sm" icon={UserPlus}>
                {t('boards:assign')}
              </Button>
            }
            selectionMode="multiple"
            selectedKeys={task.assigneeIds}
            onSelectionChange={(keys) => onChange(keys === 'all' ? members.map(({ id }) => id) : [...keys].map(String))}
          >
            {members.map((person) => (
              <MenuItem key={person.id} id={person.id} description={person.organizationName ?? undefined}>
                {person.name}
              </MenuItem>
            ))}
          </Menu>
          {!isMine && (
            <Button size="sm" variant="plain" onPress={() => onChange([...task.assigneeIds, me.personId])}>
              {t('boards:assignToMe')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
