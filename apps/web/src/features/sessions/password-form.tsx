import { Button, Form, Notice, showToast, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useAttempt } from '../../lib/attempt.ts'
import { useTexts } from '../../lib/texts.tsx'
import { api, queryClient } from '../../lib/trpc.ts'

const shortest = 10

/** Changes the password, which ends all other sessions. */
export function PasswordForm() {
  const { t } = useTexts('sessions', 'core')
  const attempt = useAttempt()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isChecked, setChecked] = useState(false)
  const tooShort = next.length < shortest ? t('sessions:passwordTooShort', { limit: shortest }) : undefined
  const change = async (): Promise<void> => {
    setChecked(true)
    if (tooShort) return
    const given = current === '' ? { next } : { current, next }
    if (!(await attempt.run(() => api.sessions.changePassword.mutate(given)))) return
    setCurrent('')
    setNext('')
    setChecked(false)
    showToast({ text: t('sessions:passwordChanged'), tone: 'success' })
    await queryClient.invalidateQueries()
  }
  return (
    <Form onSubmit={() => void change()} className="max-w-md" label={t('sessions:changePassword')}>
      {attempt.problem && (
        <Notice tone="danger" isLive>
          {attempt.problem}
        </Notice>
      )}
      <TextField
        label={t('sessions:currentPassword')}
        description={t('sessions:currentOptional')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TextField
        label={t('sessions:newPassword')}
        description={t('sessions:passwordTooShort', { limit: shortest })}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        error={isChecked ? tooShort : undefined}
      />
      <div>
        <Button type="submit" isPending={attempt.isPending} pendingLabel={t('core:saving')}>
          {t('sessions:changePassword')}
        </Button>
      </div>
    </Form>
  )
}
