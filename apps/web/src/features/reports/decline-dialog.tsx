import { Button, Dialog, type Openness, TextArea } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

/** Asks what is to be changed before the approver sends a draft back. */
export function DeclineDialog({ onDecline, ...openness }: Openness & { onDecline(word: string): void }) {
  const { t } = useTexts('reports', 'core')
  const [word, setWord] = useState('')
  const decline = () => {
    openness.onOpenChange(false)
    onDecline(word.trim())
  }
  return (
    <Dialog
      {...openness}
      title={t('reports:disapprove')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" isDisabled={word.trim() === ''} onPress={decline}>
          {t('reports:disapprove')}
        </Button>
      }
    >
      <TextArea label={t('reports:declineWord')} value={word} onChange={setWord} maxLength={2_000} />
    </Dialog>
  )
}
