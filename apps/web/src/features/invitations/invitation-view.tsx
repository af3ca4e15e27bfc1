import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useEntering } from '../../lib/entering.ts'
import { EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { api, isUnknown } from '../../lib/trpc.ts'
import { AcceptInvitation } from './accept-invitation.tsx'

const keptUnder = 'kolo-invitation'

/** The secret behind the # of the link, kept for as long as the tab lives: signing in first leads away and back. */
function secretOfLink(): string {
  const given = location.hash.slice(1)
  if (given !== '') sessionStorage.setItem(keptUnder, given)
  return given === '' ? (sessionStorage.getItem(keptUnder) ?? '') : given
}

/** Where the link of an invitation leads: what is offered, and the button that accepts it. */
export function InvitationView() {
  const { t } = useTexts('invitations', 'errors')
  const enter = useEntering()
  const [secret] = useState(secretOfLink)
  // Not a query: the secret travels in the body of a POST.
  const {
    mutate,
    data: invitation,
    error,
  } = useMutation({ mutationFn: () => api.invitations.preview.mutate({ secret }) })
  useEffect(() => mutate(), [mutate])
  const leave = async (): Promise<void> => {
    sessionStorage.removeItem(keptUnder)
    await enter('/')
  }
  if (error) {
    return (
      <EntryPage title={t('invitations:invitation')}>
        <EntryNotice tone="danger">
          {isUnknown(error) ? t('errors:unavailable') : t('invitations:linkInvalid')}
        </EntryNotice>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('invitations:welcome')}>
      {invitation ? (
        <AcceptInvitation invitation={invitation} secret={secret} onAccepted={() => void leave()} />
      ) : (
        <div role="status" aria-busy className="h-40 animate-breathe rounded bg-sunken" />
      )}
    </EntryPage>
  )
}
