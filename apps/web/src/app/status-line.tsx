import { IconButton } from '@kolo/ui'
import { Check, CloudOff, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useConnection, useOutbox } from '../lib/hub.tsx'
import { refusalText } from '../lib/refusal-text.ts'
import { useTexts } from '../lib/texts.tsx'

const OutboxDialog = lazy(() => import('./outbox-dialog.tsx').then((module) => ({ default: module.OutboxDialog })))

/** How it stands with the line and with what was written; a press lists what isn't sent. */
export function StatusLine() {
  const [open, setOpen] = useState(false)
  const { icon, text, state } = useConnectionState()
  return (
    <>
      <span role="status" data-state={state} className="shrink-0">
        <IconButton
          icon={icon}
          label={text}
          onPress={() => setOpen(true)}
          className={state === 'attention' ? 'text-attention' : 'text-muted'}
        />
        <span className="sr-only">{text}</span>
      </span>
      {open && (
        <Suspense fallback={null}>
          <OutboxDialog isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** A refusal counts most, then what the server can't take, then what waits, then the line itself. */
function useConnectionState() {
  const { t } = useTexts('core', 'shell', 'errors')
  const { items } = useOutbox()
  const connection = useConnection()
  const refused = items.some((item) => item.state === 'refused')
  if (refused) return { state: 'attention', icon: TriangleAlert, text: t('shell:outboxRefused') } as const
  const because = items.find(({ refusal }) => refusal)?.refusal
  if (because) return { state: 'attention', icon: TriangleAlert, text: refusalText(t, because) } as const
  if (items.length > 0 && connection === 'away')
    return { state: 'attention', icon: CloudOff, text: t('core:pendingChanges', { count: items.length }) } as const
  if (connection === 'away') return { state: 'attention', icon: CloudOff, text: t('core:reconnecting') } as const
  if (items.length > 0) return { state: 'saving', icon: LoaderCircle, text: t('core:saving') } as const
  if (connection === 'slow') return { state: 'slow', icon: Hourglass, text: t('core:slowConnection') } as const
  return { state: 'live', icon: Check, text: t('shell:connectionLive') } as const
}
