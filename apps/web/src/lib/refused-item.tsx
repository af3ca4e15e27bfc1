import type { OutboxItem } from '@kolo/sync'
import { Button, ConfirmDialog, Notice, TextArea } from '@kolo/ui'
import { useRef, useState } from 'react'
import { focusAtOnce } from './focus-at-once.ts'
import { useOutbox } from './hub.tsx'
import { refusalText } from './refusal-text.ts'
import { useTexts } from './texts.tsx'
import { wordsOf } from './words-of.ts'

type Props = {
  readonly item: OutboxItem
  /** Read aloud when it appears: where one works, not in a list that one has opened. */
  readonly isLive?: boolean
}

/** A command that was refused, with the person's own words and the reason; what becomes of it is theirs to say. */
export function RefusedItem({ item, isLive = false }: Props) {
  const { t, format } = useTexts('core', 'shell', 'threads', 'errors')
  const [isMending, setMending] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const [field, words] = wordsOf(item.input) ?? []
  const reason = refusalText(t, item.refusal ?? { code: 'internal', details: {} })
  const end = (decide: () => void): void => {
    const place = frame.current?.closest<HTMLElement>('[role="dialog"], section')
    decide()
    setTimeout(() => goOnIn(place))
  }
  return (
    <div ref={frame} data-refused>
      <Notice tone="danger" title={t('threads:notSent', { reason })} isLive={isLive}>
        {isMending && field !== undefined && words !== undefined ? (
          <Mending item={item} field={field} words={words} onCancel={() => setMending(false)} onEnd={end} />
        ) : (
          <>
            <p className="line-clamp-4 wrap-anywhere whitespace-pre-wrap">{words ?? t('shell:unsentChange')}</p>
            <p className="text-sm text-muted">{format.dateTime(item.at)}</p>
            <Decision item={item} onMend={words === undefined ? undefined : () => setMending(true)} onEnd={end} />
          </>
        )}
        {item.onlyInMemory && <p className="text-sm text-attention">{t('core:onlyInMemory')}</p>}
      </Notice>
    </div>
  )
}

type DecisionProps = {
  readonly item: OutboxItem
  readonly onMend: (() => void) | undefined
  /** Takes the item away by what it is given, and goes on with what stays. */
  readonly onEnd: (decide: () => void) => void
}

function Decision({ item, onMend, onEnd }: DecisionProps) {
  const { t } = useTexts('core', 'shell', 'threads')
  const { discard, resend } = useOutbox()
  const [isAsking, setAsking] = useState(false)
  const [, words] = wordsOf(item.input) ?? []
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      {onMend && (
        <Button size="sm" onPress={onMend}>
          {t('threads:editAndResend')}
        </Button>
      )}
      <Button size="sm" onPress={() => onEnd(() => void resend(item.commandId))}>
        {t('shell:sendAgain')}
      </Button>
      <Button size="sm" variant="plain" onPress={() => setAsking(true)}>
        {t('core:discard')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          isOpen
          onOpenChange={setAsking}
          title={t('core:discardConfirm')}
          confirmLabel={t('core:discard')}
          cancelLabel={t('core:cancel')}
          tone="danger"
          onConfirm={() => onEnd(() => discard(item.commandId))}
        >
          {words !== undefined && <p className="mb-2 line-clamp-4 wrap-anywhere text-text">{words}</p>}
          <p>{t('core:cannotBeUndone')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

type MendingProps = Pick<DecisionProps, 'item' | 'onEnd'> & {
  readonly field: string
  readonly words: string
  readonly onCancel: () => void
}

function Mending({ item, field, words, onCancel, onEnd }: MendingProps) {
  const { t } = useTexts('core', 'threads')
  const { resend } = useOutbox()
  const [mended, setMended] = useState(words)
  const send = (): void => {
    if (mended.trim() === '') return
    // Unchanged it is the same command: where the server has done it after all, it isn't done twice.
    const input = mended === words ? undefined : { ...(item.input as object), [field]: mended }
    onEnd(() => void resend(item.commandId, input))
  }
  return (
    <div className="mt-1 flex flex-col gap-2">
      <TextArea
        label={t('threads:editAndResend')}
        isLabelHidden
        value={mended}
        onChange={setMended}
        inputRef={focusAtOnce}
        rows={2}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          else event.continuePropagation()
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" isDisabled={mended.trim() === ''} onPress={send}>
          {t('threads:send')}
        </Button>
        <Button size="sm" onPress={onCancel}>
          {t('core:cancel')}
        </Button>
      </div>
    </div>
  )
}

/** What had the focus is gone: the next decision has it, else where one writes, else whatever is there. */
function goOnIn(place: HTMLElement | null | undefined): void {
  const next =
    place?.querySelector<HTMLElement>('[data-refused] button') ??
    place?.querySelector<HTMLElement>('textarea') ??
    place?.querySelector<HTMLElement>('input, button')
  next?.focus()
}
