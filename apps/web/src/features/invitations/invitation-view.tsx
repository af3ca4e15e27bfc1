import { useEffect, useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { enter } from '../../lib/entering.ts'
import { EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { isUnknown } from '../../lib/refusal.ts'
import type { Outputs } from '../../lib/trpc.ts'
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
  const [secret] = useState(secretOfLink)
  const [invitation, setInvitation] = useState<Outputs['invitations']['preview']>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    // Nothing is told by asking, but the secret travels in the body of a POST.
    tell('invitations', 'preview', { secret }).then(setInvitation, setError)
  }, [secret])
  const leave = (): void => {
    sessionStorage.removeItem(keptUnder)
    enter('/')
  }
  if (error !== undefined) {
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
        <AcceptInvitation invitation={invitation} secret={secret} onAccepted={leave} />
      ) : (
        <div role="status" aria-busy className="h-40 animate-breathe rounded bg-sunken" />
      )}
    </EntryPage>
  )
}
