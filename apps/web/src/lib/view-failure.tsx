import { useEffect } from 'react'
import { EntryButton } from './entry-form.tsx'
import { useTexts } from './texts.tsx'

const reload = (): void => location.reload()

/**
 * In place of a view that broke or whose code couldn't be brought; everything around it stays. Native elements only: it
 * comes with the first page.
 */
export function ViewFailure() {
  // No other catalogue: it may be just what couldn't be brought.
  const { t } = useTexts('core')
  // A browser keeps it in mind that code couldn't be brought, until the page is reloaded; without a network that would lose the page.
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [])
  return (
    <div role="alert" className="flex flex-col items-center gap-4 px-4 py-10 text-center">
      <p className="font-medium">{navigator.onLine ? t('core:viewFailed') : t('core:offline')}</p>
      {navigator.onLine && <EntryButton onClick={reload}>{t('core:reload')}</EntryButton>}
    </div>
  )
}
