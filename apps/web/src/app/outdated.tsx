import { Button } from '@kolo/ui'
import { RefreshCw } from 'lucide-react'
import { useTexts } from '../lib/texts.tsx'
import { useIsOutdated } from '../lib/unsent.ts'

/** The server speaks a newer protocol: nothing is sent until the page is loaded again; what is unsent stays in the outbox. */
export function Outdated() {
  const { t } = useTexts('core')
  if (!useIsOutdated()) return null
  return (
    <div
      role="alert"
      className="flex shrink-0 items-center justify-center gap-3 border-b border-attention/40 bg-attention-soft px-4 py-2 print:hidden"
    >
      <p className="min-w-0 max-sm:flex-1">{t('core:newVersion')}</p>
      <Button variant="primary" size="sm" icon={RefreshCw} className="shrink-0" onPress={() => location.reload()}>
        {t('core:reload')}
      </Button>
    </div>
  )
}
