import { IconButton } from '@kolo/ui'
import { Check, CloudOff, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useConnection, useOutbox } from '../lib/hub.tsx'
import { useTexts } from '../lib/texts.tsx'
import { standingOf } from './standing.ts'

const OutboxDialog = lazy(() => import('./outbox-dialog.tsx').then((module) => ({ default: module.OutboxDialog })))

const icons = { warning: TriangleAlert, away: CloudOff, saving: LoaderCircle, slow: Hourglass, live: Check } as const

/** How it stands with the line and with what was written; a press lists what isn't sent. */
export function StatusLine() {
  const [open, setOpen] = useState(false)
  const { t } = useTexts('core', 'shell', 'errors')
  const { items } = useOutbox()
  const { sign, text, state } = standingOf(t, items, useConnection())
  return (
    <>
      <span role="status" data-state={state} className="shrink-0">
        <IconButton
          icon={icons[sign]}
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
