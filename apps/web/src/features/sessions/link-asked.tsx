import { EntryButton, EntryNotice } from '../../lib/entry-form.tsx'
import { EntryPage } from '../../lib/entry-page.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** How long a link works; the server's figure. */
const linkMinutes = 10

/** After a link was asked for: the same words whether or not there is such an account. */
export function LinkAsked({ email, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const { t } = useTexts('sessions')
  return (
    <EntryPage title={t('sessions:linkAsked')}>
      <EntryNotice tone="neutral">{t('sessions:linkSent', { email, minutes: linkMinutes })}</EntryNotice>
      <EntryButton onClick={onBack}>{t('sessions:backToSignIn')}</EntryButton>
    </EntryPage>
  )
}
