import type { Participation, ParticipationRole } from '@kolo/domain/organizations/organizations'
import { rolesOfKind } from '@kolo/domain/organizations/organizations'
import { participationAdd, participationEnd } from '@kolo/domain/organizations/participations.decide'
import { compareNames } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Avatar, Button, ComboBox, ConfirmDialog, EmptyState, Panel, Select } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'
import { AddOrganizationDialog } from './add-organization-dialog.tsx'

/** Which organizations take part in a project, for its coordinator; `spaceId` is the coordination space. */
export function ParticipationsPanel({ spaceId }: { readonly spaceId: string }) {
  const { t, format, rendition } = useTexts('organizations', 'roles', 'core')
  const { state } = useSpace(spaceId)
  const { data: organizations } = useQuery(trpc.organizations.directory.queryOptions({}))
  const [ending, setEnding] = useState<Participation>()
  const [isAdding, setAdding] = useState(false)
  const send = useSend()
  const tell = useTold()
  const nameOf = (id: string | undefined): string => organizations?.find((one) => one.id === id)?.name ?? '…'
  const colorOf = (id: string): string => organizations?.find((one) => one.id === id)?.color ?? '#8c8371'
  const byName = compareNames(rendition)
  const active = Object.values(state?.participations ?? {})
    .filter((participation) => !participation.endedAt)
    .toSorted((a, b) => byName(nameOf(a.organizationId), nameOf(b.organizationId)))
  const end = async ({ id: participationId }: Participation): Promise<void> => {
    setEnding(undefined)
    await tell(send(participationEnd, 'organizations.endParticipation', { spaceId, participationId }))
  }
  const taken = new Set(active.map((participation) => participation.organizationId))
  return (
    <Panel
      title={t('organizations:organizations')}
      note={active.length}
      actions={
        <Button size="sm" icon={Plus} onPress={() => setAdding(true)}>
          {t('organizations:add')}
        </Button>
      }
      isFlush
    >
      {active.length === 0 && <EmptyState icon={Building2} title={t('organizations:noParticipations')} />}
      <ul className="divide-y divide-line">
        {active.map((participation) => (
          <li key={participation.id} className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2">
            <Avatar
              name={nameOf(participation.organizationId)}
              color={colorOf(participation.organizationId)}
              shape="square"
            />
            <div className="min-w-0 flex-1">
              <div>{nameOf(participation.organizationId)}</div>
              <div className="text-sm text-muted">
                {t(`roles:${participation.role}`)} ·{' '}
                {t('organizations:since', { date: format.date(participation.since) })}
              </div>
            </div>
            <Button size="sm" variant="plain" onPress={() => setEnding(participation)}>
              {t('organizations:end')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="border-t border-line p-4">
        <BringIn spaceId={spaceId} free={(organizations ?? []).filter((organization) => !taken.has(organization.id))} />
      </div>
      <ConfirmDialog
        isOpen={ending !== undefined}
        onOpenChange={() => setEnding(undefined)}
        title={t('organizations:end')}
        confirmLabel={t('organizations:end')}
        cancelLabel={t('core:cancel')}
        tone="danger"
        onConfirm={() => ending && void end(ending)}
      >
        {t('organizations:endConfirm', { organization: nameOf(ending?.organizationId) })}
      </ConfirmDialog>
      <AddOrganizationDialog spaceId={spaceId} isOpen={isAdding} onOpenChange={setAdding} />
    </Panel>
  )
}

type Free = { readonly id: string; readonly name: string; readonly kind: keyof typeof rolesOfKind }

function BringIn({ spaceId, free }: { readonly spaceId: string; readonly free: readonly Free[] }) {
  const { t } = useTexts('organizations', 'roles', 'core')
  const send = useSend()
  const tell = useTold()
  const [organizationId, setOrganizationId] = useState<string | null>(null)
  const [role, setRole] = useState<ParticipationRole | null>(null)
  const chosen = free.find((organization) => organization.id === organizationId)
  const roles: readonly ParticipationRole[] = chosen ? rolesOfKind[chosen.kind] : []
  const wanted = role && roles.includes(role) ? role : (roles.at(-1) ?? null)
  const bringIn = async (): Promise<void> => {
    if (!chosen || !wanted) return
    const input = { spaceId, participationId: uuidv7(), organizationId: chosen.id, role: wanted }
    if (await tell(send(participationAdd, 'organizations.addParticipation', input))) setOrganizationId(null)
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      {/* A new participation empties what was typed. */}
      <ComboBox
        key={free.length}
        label={t('organizations:bringIn')}
        placeholder={t('organizations:chooseOrganization')}
        emptyText={t('core:noMatches')}
        filter={fitsInAnyScript}
        options={free.map((organization) => ({ value: organization.id, label: organization.name }))}
        value={organizationId}
        onChange={setOrganizationId}
        className="min-w-56 flex-1"
      />
      <Select
        label={t('organizations:participationRole')}
        placeholder={t('organizations:participationRole')}
        options={roles.map((value) => ({ value, label: t(`roles:${value}`) }))}
        value={wanted}
        onChange={setRole}
        isDisabled={roles.length < 2}
        className="min-w-40"
      />
      <Button onPress={() => void bringIn()} isDisabled={!chosen}>
        {t('core:add')}
      </Button>
    </div>
  )
}
