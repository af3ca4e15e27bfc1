import type { OutboxItem } from '@kolo/sync'
import { Dialog, StatusPill } from '@kolo/ui'
import { Link } from '@tanstack/react-router'
import { RefusedItem } from '../lib/refused-item.tsx'
import { useTexts } from '../lib/texts.tsx'
import { useUnsavedDocuments } from '../lib/unsaved-documents.ts'
import { useUnsent } from '../lib/unsent.ts'
import { unsentText } from '../lib/unsent-text.ts'
import { wordsOf } from '../lib/words-of.ts'

/** What hasn't reached the server, item by item; a refused one says why and can be sent again, mended or taken away. */
export function OutboxDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts('core', 'shell')
  const { items } = useUnsent()
  const documents = useUnsavedDocuments()
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t('shell:outbox')}
      closeLabel={t('core:close')}
    >
      {items.length + documents.length === 0 && <p className="text-muted">{t('shell:outboxEmpty')}</p>}
      <ul className="flex flex-col gap-2">
        {items.map((item) => (
          <li key={item.commandId}>
            {item.state === 'refused' ? <RefusedItem item={item} /> : <OpenItem item={item} />}
          </li>
        ))}
        {documents.map(({ documentId, path }) => (
          <li key={documentId} className="rounded border px-3 py-2">
            <Link to={path} onClick={onClose} className="focus-ring rounded text-action underline">
              {t('shell:documentUnsaved')}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** What is on its way: the person's own words, since when, and what they wait for. */
function OpenItem({ item }: { readonly item: OutboxItem }) {
  const { t, format } = useTexts('core', 'shell', 'errors')
  const [, words] = wordsOf(item.input) ?? []
  const isSaving = item.state === 'saving' && !item.refusal
  return (
    <div className="rounded border px-3 py-2">
      <p className="line-clamp-2 wrap-anywhere">{words ?? t('shell:unsentChange')}</p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        {format.dateTime(item.at)}
        <StatusPill state={isSaving ? 'saving' : 'waiting'} label={unsentText(t, item)} />
      </p>
      {item.onlyInMemory && (isSaving || item.refusal) && (
        <p className="text-sm text-attention">{t('core:onlyInMemory')}</p>
      )}
    </div>
  )
}
