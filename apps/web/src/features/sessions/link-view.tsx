import { useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { enter } from '../../lib/entering.ts'
import { EntryButton, EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** Where a link from a mail leads: it signs nobody in until a person says so, since scanners open links too. */
export function LinkView() {
  const { t } = useTexts('sessions')
  const attempt = useAttempt()
  // The secret stands behind the #: it never reached a server on the way here.
  const [secret] = useState(() => location.hash.slice(1))
  const invalid = t('sessions:linkInvalid')
  const redeem = async (): Promise<void> => {
    const texts = { notFound: invalid, invalid }
    if (await attempt.run(() => tell('sessions', 'redeemLink', { secret }), texts)) enter('/')
  }
  const problem = secret === '' ? invalid : attempt.problem
  return (
    <EntryPage title={t('sessions:linkConfirm')}>
      <p className="text-muted">{t('sessions:linkExplained')}</p>
      {problem && <EntryNotice tone="danger">{problem}</EntryNotice>}
      {secret !== '' && (
        <EntryButton look="primary" onClick={() => void redeem()} isPending={attempt.isPending}>
          {t('sessions:submit')}
        </EntryButton>
      )}
      <a href="/sign-in" className="text-action underline">
        {t('sessions:backToSignIn')}
      </a>
    </EntryPage>
  )
}
