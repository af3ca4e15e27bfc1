import { useEffect, useState } from 'react'
import { ask, tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { enter, insideAddress } from '../../lib/entering.ts'
import { EntryButton, EntryField, EntryForm, EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { LinkAsked } from './link-asked.tsx'

const looksLikeMail = (email: string): boolean => /^\S+@\S+\.\S+$/.test(email.trim())

/** Signing in: by password, or by a link that comes by mail. */
export function SignInView() {
  const { t } = useTexts('sessions', 'errors')
  const setup = useSetup()
  const attempt = useAttempt()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'email' | 'password'>()
  const [askedFor, setAskedFor] = useState<string>()
  const texts = { tooMany: t('errors:tooMany'), wrongCredentials: t('sessions:wrongCredentials') }

  const signIn = async (): Promise<void> => {
    setMissing(looksLikeMail(email) ? (password === '' ? 'password' : undefined) : 'email')
    if (!looksLikeMail(email) || password === '') return
    if (await attempt.run(() => tell('sessions', 'signIn', { email, password }), texts))
      enter(insideAddress(new URLSearchParams(location.search).get('next')))
  }
  const askForLink = async (): Promise<void> => {
    setMissing(looksLikeMail(email) ? undefined : 'email')
    if (!looksLikeMail(email)) return
    if (await attempt.run(() => tell('sessions', 'requestLink', { email }), texts)) setAskedFor(email)
  }

  if (askedFor !== undefined) return <LinkAsked email={askedFor} onBack={() => setAskedFor(undefined)} />
  return (
    <EntryPage title={t('sessions:signIn')}>
      <p className="text-muted">{t('sessions:intro')}</p>
      {setup?.open && <EntryNotice tone="neutral">{t('sessions:setupNeeded')}</EntryNotice>}
      {attempt.problem && <EntryNotice tone="danger">{attempt.problem}</EntryNotice>}
      <EntryForm onSubmit={() => void signIn()}>
        <EntryField
          label={t('sessions:email')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          value={email}
          onChange={setEmail}
          error={missing === 'email' ? t('sessions:emailInvalid') : undefined}
        />
        <EntryField
          label={t('sessions:password')}
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={missing === 'password' ? t('sessions:passwordNeeded') : undefined}
        />
        <EntryButton type="submit" look="primary" isPending={attempt.isPending}>
          {t('sessions:submit')}
        </EntryButton>
        <p className="text-center text-muted">{t('sessions:orByLink')}</p>
        <EntryButton onClick={() => void askForLink()} isPending={attempt.isPending}>
          {t('sessions:sendLink')}
        </EntryButton>
      </EntryForm>
      {setup && setup.demoAccounts.length > 0 && (
        <DemoAccounts
          accounts={setup.demoAccounts}
          onChoose={(account) => {
            setEmail(account.email)
            setPassword(account.password)
          }}
        />
      )}
    </EntryPage>
  )
}

/** Whether the installation is fresh or a demo; undefined until it is known, and where it can't be asked. */
function useSetup(): Outputs['setup']['state'] | undefined {
  const [setup, setSetup] = useState<Outputs['setup']['state']>()
  useEffect(() => {
    // Without the answer one can sign in all the same.
    ask('setup', 'state').then(setSetup, () => undefined)
  }, [])
  return setup
}
