import { Button, Dialog, type Openness, TextArea } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

/** Asks, without insisting, why a stage is reopened: the partners read it in the feed. */
export function ReopenDialog({ onReopen, ...openness }: Openness & { onReopen(reason: string): unknown }) {
  const { t } = useTexts('stages', 'core')
  const [reason, setReason] = useState('')
  const reopen = () => {
    openness.onOpenChange(false)
    onReopen(reason.trim())
  }
  return (
    <Dialog
      {...openness}
      title={t('stages:reopen')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" onPress={reopen}>
          {t('stages:reopen')}
        </Button>
      }
    >
      <TextArea
        label={t('stages:reopenReason')}
        note={t('core:optional')}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
    </Dialog>
  )
}
