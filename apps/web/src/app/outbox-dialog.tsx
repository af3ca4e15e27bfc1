import type { OutboxItem } from '@kolo/sync'
import { Button, Dialog, TextArea } from '@kolo/ui'
import { useState } from 'react'
import { useOutbox } from '../lib/hub.tsx'
import { refusalText } from '../lib/refusal-text.ts'
import { useTexts } from '../lib/texts.tsx'
import { useTold } from '../lib/told.ts'
import { unsentText } from '../lib/unsent-text.ts'

/** What hasn't reached the server, item by item; a refused one says why and can be sent again, mended or taken away. */
export function OutboxDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTexts('core', 'shell')
  const { items } = useOutbox()
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
          <li key={item.commandId} className="flex flex-col gap-2 py-2">
            <Item item={item} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Item({ item }: { readonly item: OutboxItem }) {
  const { t, format } = useTexts('core', 'shell', 'errors')
  const [, words] = wordsOf(item.input) ?? []
  return (
    <>
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <div className="truncate">{words ?? t('shell:unsentChange')}</div>
          <div className="text-sm text-muted">{format.dateTime(item.at)}</div>
          {item.refusal && <div className="text-sm text-danger">{refusalText(t, item.refusal)}</div>}
          {item.onlyInMemory && <div className="text-sm text-attention">{t('core:onlyInMemory')}</div>}
        </div>
        {!item.refusal && (item.state === 'saving' || !item.onlyInMemory) && (
          <span className="text-sm text-muted">{unsentText(t, item)}</span>
        )}
      </div>
      {item.state === 'refused' && <Decision item={item} />}
    </>
  )
}

/** What becomes of a refused command is the person's to say. */
function Decision({ item }: { readonly item: OutboxItem }) {
  const { t } = useTexts('core', 'shell', 'threads')
  const { discard, resend } = useOutbox()
  const told = useTold()
  const [field, words] = wordsOf(item.input) ?? []
  const [mended, setMended] = useState<string>()
  const again = (input?: unknown): void => {
    const answering = resend(item.commandId, input)
    if (answering) void told(answering)
  }
  return (
    <>
      {mended !== undefined && (
        <TextArea label={t('threads:editAndResend')} value={mended} onChange={setMended} rows={3} />
      )}
      <div className="flex flex-wrap gap-2">
        {mended === undefined ? (
          <>
            {words !== undefined && (
              <Button size="sm" onPress={() => setMended(words)}>
                {t('threads:editAndResend')}
              </Button>
            )}
            <Button size="sm" onPress={() => again()}>
              {t('shell:sendAgain')}
            </Button>
          </>
        ) : (
          <Button
            size="sm"
            variant="primary"
            isDisabled={mended.trim() === ''}
            onPress={() => again({ ...(item.input as object), [field!]: mended })}
          >
            {t('threads:send')}
          </Button>
        )}
        <Button size="sm" variant="quiet" onPress={() => discard(item.commandId)}>
          {t('core:discard')}
        </Button>
      </div>
    </>
  )
}

/** The person's own words, and in which field they stand, where the command carries some. */
function wordsOf(input: unknown): readonly [field: string, words: string] | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const found = ['title', 'body', 'name'].map((field) => [field, (input as Record<string, unknown>)[field]] as const)
  return found.find((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
}
