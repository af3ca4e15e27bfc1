import { administratorAppoint, personDisable, personEnable, personRename } from '@kolo/domain/people/people.decide'
import type { Account } from '@kolo/domain/people/people'
import { Avatar, Badge, ConfirmDialog, IconButton, Menu, MenuItem } from '@kolo/ui'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useNetwork } from '../../lib/network.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import type { HeldSeat } from './people.data.ts'
import { RenameDialog } from './rename-dialog.tsx'

/** One account with its seats, and a menu of what can be done. */
export function PersonRow({ person, seats }: { readonly person: Account; readonly seats: readonly HeldSeat[] }) {
  const { t } = useTexts('people', 'roles', 'core', 'administration')
  const { spaceId, me } = useNetwork()
  const { lookup } = usePeople()
  const send = useSend()
  const tell = useTold()
  const [asking, setAsking] = useState<'rename' | 'deactivate'>()
  const isMe = person.id === me.personId
  const on = { spaceId, personId: person.id }
  const reactivate = () => void tell(send(personEnable, 'people.enable', on))
  const deactivate = async (): Promise<void> => {
    setAsking(undefined)
    await tell(send(personDisable, 'people.disable', on), { text: t('people:deactivated'), undo: reactivate })
  }
  const appoint = () => void tell(send(administratorAppoint, 'people.appointAdministrator', on))
  const seatsText = seats.map((held) => `${held.organization} (${t(`roles:${held.seat}`)})`).join(', ')
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-2">
      <Avatar name={person.name} color={lookup(person.id).color} size={32} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <span className={person.disabledAt ? 'text-muted line-through' : ''}>{person.name}</span>
          {person.administrator && <Badge tone="action">{t('people:administrator')}</Badge>}
          {person.disabledAt && <Badge>{t('people:deactivated')}</Badge>}
        </div>
        <div className="truncate text-sm text-muted">{person.email}</div>
        <div className="text-sm text-muted">{seatsText || t('people:noSeat')}</div>
      </div>
      <Menu
        label={t('core:actions')}
        trigger={<IconButton icon={Ellipsis} label={`${t('core:actions')}: ${person.name}`} />}
      >
        <MenuItem onAction={() => setAsking('rename')}>{t('people:rename')}</MenuItem>
        {!person.administrator && !person.disabledAt && (
          <MenuItem onAction={appoint}>{t('administration:grantAdministrator')}</MenuItem>
        )}
        {person.disabledAt && <MenuItem onAction={reactivate}>{t('people:reactivate')}</MenuItem>}
        {!person.disabledAt && !isMe && (
          <MenuItem tone="danger" onAction={() => setAsking('deactivate')}>
            {t('people:deactivate')}
          </MenuItem>
        )}
      </Menu>
      <RenameDialog
        isOpen={asking === 'rename'}
        onOpenChange={() => setAsking(undefined)}
        name={person.name}
        onRename={(name) => void tell(send(personRename, 'people.rename', { ...on, name }))}
      />
      <ConfirmDialog
        isOpen={asking === 'deactivate'}
        onOpenChange={() => setAsking(undefined)}
        title={t('people:deactivate')}
        confirmLabel={t('people:deactivate')}
        cancelLabel={t('core:cancel')}
        tone="danger"
        onConfirm={() => void deactivate()}
      >
        {t('people:deactivateConfirm', { person: person.name })}
      </ConfirmDialog>
    </li>
  )
}
