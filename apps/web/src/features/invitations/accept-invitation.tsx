import { useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { EntryButton, EntryField, EntryForm, EntryNotice } from '../../lib/entry-form.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'

const shortest = 10
type Preview = Outputs['invitations']['preview']

/** What the invitation offers, and what it takes to accept it: a new account, or being signed in with the one there is. */
export function AcceptInvitation(props: {
  readonly invitation: Preview
  readonly secret: string
  readonly onAccepted: () => void
}) {
  const { invitation, secret, onAccepted } = props
  const { t, format, rendition } = useTexts('invitations', 'roles', 'core', 'sessions')
  const attempt = useAttempt()
  const { email, organization, project, seat, sentBy, account } = invitation
  const accept = async (given?: { name: string; password: string }): Promise<void> => {
    const texts = { notFound: t('invitations:linkInvalid') }
    const answered = await attempt.run(
      () => tell('invitations', 'accept', { secret, rendition, ...(given && { account: given }) }),
      texts,
    )
    if (answered) onAccepted()
  }
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="text-lg">{t('invitations:welcomeAbout', { project, organization, role: t(`roles:${seat}`) })}</p>
        {sentBy && <p className="text-muted">{t('invitations:invitedBy', { person: sentBy })}</p>}
        <p className="text-muted">{t('invitations:expiresOn', { date: format.date(invitation.expiresAt, 'long') })}</p>
      </div>
      {attempt.problem && <EntryNotice tone="danger">{attempt.problem}</EntryNotice>}
      {account === 'new' && (
        <NewAccount invitation={invitation} isPending={attempt.isPending} onSubmit={(given) => void accept(given)} />
      )}
      {account === 'ready' && (
        <EntryButton look="primary" onClick={() => void accept()} isPending={attempt.isPending}>
          {t('invitations:accept')}
        </EntryButton>
      )}
      {account === 'signIn' && (
        <>
          <EntryNotice tone="neutral">{t('invitations:signInFirst', { email })}</EntryNotice>
          <a href="/sign-in?next=/invitations" className="text-action underline">
            {t('sessions:signIn')}
          </a>
        </>
      )}
      {account === 'other' && <EntryNotice tone="danger">{t('invitations:wrongAccount', { email })}</EntryNotice>}
    </>
  )
}

type NewAccountProps = {
  readonly invitation: Preview
  readonly isPending: boolean
  readonly onSubmit: (account: { name: string; password: string }) => void
}

function NewAccount({ invitation, isPending, onSubmit }: NewAccountProps) {
  const { t } = useTexts('invitations', 'core')
  const [name, setName] = useState(invitation.name)
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const nameError = name.trim() === '' ? t('core:requiredField') : undefined
  const passwordAbout = t('invitations:passwordAbout', { limit: shortest })
  const passwordError = password.length < shortest ? passwordAbout : undefined
  const submit = (): void => {
    setChecked(true)
    if (!nameError && !passwordError) onSubmit({ name, password })
  }
  return (
    <EntryForm onSubmit={submit}>
      <p>{t('invitations:accountFor', { email: invitation.email })}</p>
      <input type="email" name="email" autoComplete="username" value={invitation.email} readOnly hidden />
      <EntryField
        label={t('invitations:yourName')}
        name="name"
        autoComplete="name"
        value={name}
        onChange={setName}
        error={isChecked ? nameError : undefined}
      />
      <EntryField
        label={t('invitations:choosePassword')}
        description={passwordAbout}
        name="password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        error={isChecked ? passwordError : undefined}
      />
      <EntryButton type="submit" look="primary" isPending={isPending}>
        {t('invitations:accept')}
      </EntryButton>
    </EntryForm>
  )
}
