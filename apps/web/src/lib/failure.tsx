import { ErrorState } from '@kolo/ui'
import { useTexts } from './texts.tsx'
import { refusalOf } from './trpc.ts'

/** In place of what a query couldn't bring: absent and forbidden in the same words, everything else with another try. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTexts('errors', 'core')
  if (refusalOf(error)?.code === 'notFound') return <ErrorState title={t('errors:notFound')} />
  return <ErrorState title={t('errors:unavailable')} retryLabel={t('core:retry')} onRetry={onRetry} />
}
