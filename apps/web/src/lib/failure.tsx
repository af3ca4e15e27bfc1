import { ErrorState, LinkButton } from '@kolo/ui'
import { usePageTitle } from './page-title.ts'
import { useTexts } from './texts.tsx'
import { refusalOf } from './refusal.ts'

/** In place of what a query couldn't bring: absent and forbidden in the same words, everything else with another try. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTexts('errors', 'core')
  const { code, details } = refusalOf(error) ?? { code: 'unavailable', details: {} }
  if (code === 'notFound') return <NotThere />
  return (
    <ErrorState
      title={code === 'internal' ? t('errors:unknown') : t('errors:unavailable')}
      errorId={code === 'internal' ? String(details['id']) : undefined}
      retryLabel={t('core:retry')}
      onRetry={onRetry}
    />
  )
}

/** Absent, or not for this person: the same words, and a way on. */
export function NotThere() {
  const { t } = useTexts('errors')
  usePageTitle(t('errors:pageNotFound'), true)
  return (
    <div className="flex min-h-64 flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="max-w-md text-lg">{t('errors:notFound')}</h1>
      <LinkButton href="/">{t('errors:goHome')}</LinkButton>
    </div>
  )
}
