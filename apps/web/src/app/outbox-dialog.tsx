import { Button, Dialog } from '@kolo/ui'
import { useOutbox } from '../lib/hub.tsx'
import { refusalText } from '../lib/refusal-text.ts'
import { useTexts } from '../lib/texts.tsx'

/** What hasn't reached the server, item by item; a refused one says why and can be taken away. */
export function OutboxDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t, format } = useTexts('core', 'shell', 'errors')
  const { items, discard } = useOutbox()
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t('shell:outbox')}
      closeLabel={t('core:close')}
    >
      {items.length === 0 && <p className="text-muted">{t('shell:outboxEmpty')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <li key={item.commandId} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <div className="truncate">{describe(item.input) ?? item.name}</div>
              <div className="text-sm text-muted">{format.dateTime(item.at)}</div>
              {item.refusal && <div className="text-sm text-danger">{refusalText(t, item.refusal)}</div>}
            </div>
            {item.state === 'refused' ? (
              <Button size="sm" onPress={() => discard(item.commandId)}>
                {t('core:discard')}
              </Button>
            ) : (
              <span className="text-sm text-muted">
                {t(item.state === 'saving' ? 'core:saving' : 'core:waitingForNetwork')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** The person's own words, where the command carries some. */
function describe(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const words = ['title', 'body', 'name'].map((key) => (input as Record<string, unknown>)[key])
  return words.find((word): word is string => typeof word === 'string' && word !== '')
}
