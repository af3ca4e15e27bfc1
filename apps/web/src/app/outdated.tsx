import { Button } from '@kolo/ui'
import { useSyncExternalStore } from 'react'
import { useHub } from '../lib/hub.tsx'
import { useTexts } from '../lib/texts.tsx'

/** The server speaks a newer protocol: nothing is sent until the page is loaded again; what is unsent stays in the outbox. */
export function Outdated() {
  const { t } = useTexts('core')
  const { client } = useHub()
  const isOutdated = useSyncExternalStore(client.subscribe, client.outdated)
  if (!isOutdated) return null
  return (
    <div
      role="alert"
      className="fixed inset-x-0 top-0 z-50 flex items-center justify-center gap-3 bg-attention-soft p-2 text-text"
    >
      {t('core:newVersion')}
      <Button variant="primary" size="sm" onPress={() => location.reload()}>
        {t('core:reload')}
      </Button>
    </div>
  )
}
