import { useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { enter } from '../../lib/entering.ts'
import { EntryButton, EntryField, EntryForm, EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'

const shortest = 10
type Field = 'name' | 'email' | 'password' | 'again'

/** The first administrator's account, by the one-time link of the server's log. */
export function SetupView() {
  const { t, rendition } = useTexts('setup', 'core', 'sessions')
  const attempt = useAttempt()
  const [secret] = useState(() => location.hash.slice(1))
  const [values, setValues] = useState<Record<Field, string>>({ name: '', email: '', password: '', again: '' })
  const [isChecked, setChecked] = useState(false)
  const field = (name: Field) => ({
    name,
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    error: isChecked ? errors[name] : undefined,
  })
  const errors: Partial<Record<Field, string>> = {
    ...(values.name.trim() === '' && { name: t('core:requiredField') }),
    ...(!/^\S+@\S+\.\S+$/.test(values.email.trim()) && { email: t('sessions:emailInvalid') }),
    ...(values.password.length < shortest && { password: t('setup:passwordAbout', { limit: shortest }) }),
    ...(values.password !== values.again && { again: t('setup:passwordsDiffer') }),
  }
  const create = async (): Promise<void> => {
    setChecked(true)
    if (Object.keys(errors).length > 0) return
    const { name, email, password } = values
    const done = await attempt.run(() => tell('setup', 'complete', { secret, name, email, password, rendition }), {
      notFound: t('setup:linkInvalid'),
    })
    if (done) enter('/admin')
  }

  if (secret === '') {
    return (
      <EntryPage title={t('setup:title')}>
        <EntryNotice tone="danger">{t('setup:linkMissing')}</EntryNotice>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('setup:title')}>
      <p className="text-muted">{t('setup:intro')}</p>
      {attempt.problem && <EntryNotice tone="danger">{attempt.problem}</EntryNotice>}
      <EntryForm onSubmit={() => void create()}>
        <EntryField {...field('name')} label={t('setup:yourName')} autoComplete="name" />
        <EntryField {...field('email')} label={t('setup:email')} type="email" autoComplete="username" />
        <EntryField
          {...field('password')}
          label={t('setup:password')}
          description={t('setup:passwordAbout', { limit: shortest })}
          type="password"
          autoComplete="new-password"
        />
        <EntryField {...field('again')} label={t('setup:passwordAgain')} type="password" autoComplete="new-password" />
        <EntryButton type="submit" look="primary" isPending={attempt.isPending}>
          {t('setup:create')}
        </EntryButton>
      </EntryForm>
    </EntryPage>
  )
}
