import type { Invitation } from '@kolo/domain/invitations/invitations'
import { invitationRevoke } from '@kolo/domain/invitations/invitations.decide'
import { Badge, Button, ConfirmDialog, EmptyState, Panel, SkeletonList } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { useState } from 'react'
import { useSend, useSpace } from '../../lib/hub.tsx'
import { useNow } from '../../lib/now.ts'
import { usePeople } from '../../lib/people.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'
import { standingOf, tones } from './invitations.data.ts'
import { InviteDialog } from './invite-dialog.tsx'

/** The invitations that were sent from a space, and the way to send another one. */
export function InvitationsPanel(props: {
  readonly spaceId: string
  readonly projects: readonly { readonly id: string; readonly name: string }[]
}) {
  const { t } = useTexts('invitations', 'core')
  const { state } = useSpace(props.spaceId)
  const [isInviting, setInviting] = useState(false)
  const now = useNow()
  const invitations = Object.values(state?.invitations ?? {}).toSorted((a, b) => (a.sentAt < b.sentAt ? 1 : -1))
  const invite = (
    <Button variant="primary" icon={MailPlus} onPress={() => setInviting(true)}>
      {t('invitations:invitePerson')}
    </Button>
  )
  return (
    <Panel title={t('invitations:invitations')} note={invitations.length} actions={invite} isFlush>
      {!state && <SkeletonList label={t('core:loading')} rows={3} />}
      {state && invitations.length === 0 && (
        <EmptyState icon={MailPlus} title={t('invitations:empty')}>
          {t('invitations:emptyAbout')}
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} spaceId={props.spaceId} invitation={invitation} now={now} />
        ))}
      </ul>
      <InviteDialog {...props} isOpen={isInviting} onOpenChange={setInviting} />
    </Panel>
  )
}

function InvitationRow({
  spaceId,
  invitation,
  now,
}: {
  readonly spaceId: string
  readonly invitation: Invitation
  readonly now: string
}) {
  const { t, format } = useTexts('invitations', 'roles', 'core')
  const { lookup } = usePeople()
  const { data: organizations } = useQuery(trpc.organizations.directory.queryOptions({}))
  const send = useSend()
  const tell = useTold()
  const [isRevoking, setRevoking] = useState(false)
  const standing = standingOf(invitation, now)
  const organization = organizations?.find((one) => one.id === invitation.organizationId)?.name ?? '…'
  const revoke = async (): Promise<void> => {
    setRevoking(false)
    await tell(send(invitationRevoke, 'invitations.revoke', { spaceId, invitationId: invitation.id }))
  }
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-3 px-4 py-2">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <span>{invitation.name}</span>
          <Badge tone={tones[standing]}>{t(`invitations:${standing}`)}</Badge>
        </div>
        <div className="truncate text-sm text-muted">{invitation.email}</div>
        <div className="text-sm text-muted">
          {organization} · {t(`roles:${invitation.seat}`)} ·{' '}
          {t('invitations:invitedBy', { person: lookup(invitation.sentBy).name })}
        </div>
        {standing === 'pending' && (
          <div className="text-sm text-muted">
            {t('invitations:expiresOn', { date: format.date(invitation.expiresAt) })}
          </div>
        )}
      </div>
      {standing === 'pending' && (
        <Button size="sm" onPress={() => setRevoking(true)}>
          {t('invitations:revoke')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isRevoking}
        onOpenChange={setRevoking}
        title={t('invitations:revoke')}
        confirmLabel={t('invitations:revoke')}
        cancelLabel={t('core:cancel')}
        onConfirm={() => void revoke()}
      >
        {t('invitations:revokeConfirm', { email: invitation.email })}
      </ConfirmDialog>
    </li>
  )
}
