import { classNames, showToast, Tooltip } from '@kolo/ui'
import { Check, CloudOff, Hourglass, LoaderCircle, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components'
import { useConnection } from '../lib/hub.tsx'
import { useTexts } from '../lib/texts.tsx'
import { useUnsavedDocuments } from '../lib/unsaved-documents.ts'
import { useIsOutdated, useUnsent } from '../lib/unsent.ts'
import { standingOf } from './standing.ts'

const load = () => import('./outbox-dialog.tsx')
const OutboxDialog = lazy(() => load().then((module) => ({ default: module.OutboxDialog })))

const icons = { warning: TriangleAlert, away: CloudOff, saving: LoaderCircle, slow: Hourglass, live: Check } as const

/** How it stands with the line and with what was written: in words where somebody has to see to it. A press lists what isn't sent. */
export function StatusLine({ isInHeader = false }: { readonly isInHeader?: boolean }) {
  const [open, setOpen] = useState(false)
  const { t } = useTexts('core', 'shell', 'errors')
  const { items } = useUnsent()
  const documents = useUnsavedDocuments()
  const isOutdated = useIsOutdated()
  const connection = useConnection()
  const { sign, text, state } = standingOf(t, { items, documents }, isOutdated ? 'outdated' : connection)
  // Without a network its code may not be here; the page stays as it is.
  const show = (): void =>
    void load().then(
      () => setOpen(true),
      () => showToast({ text: t('core:offline'), tone: 'danger' }),
    )
  const Sign = icons[sign]
  const isUrgent = state === 'attention'
  return (
    <>
      {/* In words it has a row of its own, or in a phone's header what room there is. */}
      <span
        role="status"
        data-state={state}
        className={classNames(
          'flex min-w-0',
          isInHeader ? 'ml-auto' : isUrgent ? 'order-first basis-full' : 'shrink-0',
        )}
      >
        <Tooltip text={text}>
          <Button
            onPress={show}
            className={classNames(
              'focus-ring flex min-h-8 min-w-8 cursor-pointer items-center gap-2 rounded px-2 py-1 text-start hover:bg-hover max-lg:min-h-11',
              isUrgent ? 'font-medium text-attention' : 'text-muted',
            )}
          >
            <Sign size={16} aria-hidden className="shrink-0" />
            <span className={isUrgent ? classNames('min-w-0', isInHeader && 'truncate') : 'sr-only'}>{text}</span>
          </Button>
        </Tooltip>
      </span>
      {open && (
        <Suspense fallback={null}>
          <OutboxDialog isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
