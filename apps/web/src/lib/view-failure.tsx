import { ErrorState } from '@kolo/ui'
import { useEffect } from 'react'
import { useTexts } from './texts.tsx'

const reload = (): void => location.reload()

/** In place of a view that broke or whose code couldn't be brought; everything around it stays. */
export function ViewFailure() {
  // No other catalogue: it may be just what couldn't be brought.
  const { t } = useTexts('core')
  // A browser keeps it in mind that code couldn't be brought, until the page is reloaded; without a network that would lose the page.
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [])
  if (!navigator.onLine) return <ErrorState title={t('core:offline')} />
  return <ErrorState title={t('core:viewFailed')} retryLabel={t('core:reload')} onRetry={reload} />
}
