import type { SeatKind } from '@kolo/domain/core/roles'
import type { SeatedOrganization } from '@kolo/domain/organizations/organizations'
import { seatFill, seatVacate } from '@kolo/domain/organizations/seats.decide'
import { compareNames } from '@kolo/i18n'
import { Avatar, ComboBox, ConfirmDialog, IconButton } from '@kolo/ui'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** A seat with who sits in it; rights follow it, so leaving it asks first. */
export function Seat({ organization, seat }: { readonly organization: SeatedOrganization; readonly seat: SeatKind }) {
  const { t, rendition } = useTexts('organizations', 'roles', 'core')
  const { spaceId, state } = useNetwork()
  const send = useSend()
  const tell = useTold()
  const [leaving, setLeaving] = useState<string>()
  const holders = organization.seats[seat] ?? []
  const nameOf = (personId: string): string => state?.people[personId]?.name ?? '…'
  const byName = compareNames(rendition)
  const free = Object.values(state?.people ?? {})
    .filter((person) => !person.disabledAt && !holders.includes(person.id))
    .toSorted((a, b) => byName(a.name, b.name))
  const on = (personId: string) => ({ spaceId, organizationId: organization.id, seat, personId })
  const vacate = async (personId: string): Promise<void> => {
    setLeaving(undefined)
    await tell(send(seatVacate, 'organizations.vacateSeat', on(personId)))
  }
  return (
    <div className="flex flex-col gap-2 rounded border border-line p-3">
      <h4 className="font-medium">{t(`roles:${seat}`)}</h4>
      {holders.length === 0 && <p className="text-muted">{t('organizations:vacant')}</p>}
      <ul className="flex flex-col">
        {holders.map((personId) => (
          <li key={personId} className="flex min-h-10 items-center gap-2">
            <Avatar name={nameOf(personId)} color={organization.color} />
            <span className="min-w-0 flex-1 truncate">{nameOf(personId)}</span>
            <IconButton
              size="sm"
              icon={UserMinus}
              label={`${t('organizations:vacate')}: ${nameOf(personId)}`}
              onPress={() => setLeaving(personId)}
            />
          </li>
        ))}
      </ul>
      {/* A new holder empties what was typed. */}
      <ComboBox
        key={holders.length}
        label={t('organizations:assign')}
        isLabelHidden
        placeholder={t('organizations:assign')}
        emptyText={t('core:noMatches')}
        filter={fitsInAnyScript}
        options={free.map(({ id, name, email }) => ({ value: id, label: name, description: email }))}
        value={null}
        onChange={(personId) => personId && void tell(send(seatFill, 'organizations.fillSeat', on(personId)))}
      />
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onOpenChange={() => setLeaving(undefined)}
        title={t('organizations:vacate')}
        confirmLabel={t('organizations:vacate')}
        cancelLabel={t('core:cancel')}
        tone="danger"
        onConfirm={() => leaving && void vacate(leaving)}
      >
        {t('organizations:vacateConfirm', { person: leaving === undefined ? '' : nameOf(leaving) })}
      </ConfirmDialog>
    </div>
  )
}
