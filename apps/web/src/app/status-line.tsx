import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@kolo/ui'
import { useOutbox } from '../lib/hub.tsx'
import { useTexts } from '../lib/texts.tsx'
import { OutboxDialog } from './outbox-dialog.tsx'

/** How it stands with the line and with what was written: nothing to say while all is well. */
export function StatusLine() {
  const { t } = useTexts('core', 'shell')
  const { items, online } = useOutbox()
  const [open, setOpen] = useState(false)
  const refused = items.filter((item) => item.state === 'refused').length
  const waiting = items.length - refused
  const shown = refused > 0 || (waiting > 0 && !online) || !online
  const [Drawing, text] =
    refused > 0
      ? ([TriangleAlert, t('shell:outboxRefused')] as const)
      : waiting > 0 && !online
        ? ([CloudOff, t('core:pendingChanges', { count: waiting })] as const)
        : !online
          ? ([CloudOff, t('core:reconnecting')] as const)
          : waiting > 0
            ? ([LoaderCircle, t('core:saving')] as const)
            : ([Check, t('shell:connectionLive')] as const)
  return (
    <>
      <span role="status" aria-live="polite" data-state={shown ? 'attention' : waiting > 0 ? 'saving' : 'live'}>
        <Button size="sm" icon={Drawing} onPress={() => setOpen(true)} className={shown ? 'text-attention' : 'text-muted'}>
          {text}
        </Button>
      </span>
      <OutboxDialog isOpen={open} onClose={() => setOpen(false)} />
    </>
  )
}
