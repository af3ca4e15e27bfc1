import { Button, Notice, TextArea } from '@kolo/ui'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { refusalText } from '../../lib/refusal-text.ts'
import { useTexts } from '../../lib/texts.tsx'
import { type Unsaved, useThreadCommands } from './threads.data.ts'

type Refused = Unsaved['refused'][number]

type Props = {
  readonly spaceId: string
  readonly threadId: string
  readonly refused: readonly Refused[]
  readonly onDiscard: (commandId: string) => void
}

/** My messages that weren't accepted: nothing is lost until I say so. */
export function RefusedMessages({ spaceId, threadId, refused, onDiscard }: Props) {
  const { post } = useThreadCommands(spaceId)
  if (refused.length === 0) return null
  return (
    <ul className="flex flex-col gap-2 pb-2">
      {refused.map((message) => (
        <li key={message.commandId}>
          <RefusedMessage
            message={message}
            onDiscard={() => onDiscard(message.commandId)}
            onSend={(body) => {
              onDiscard(message.commandId)
              post(threadId, { body, fileIds: message.fileIds })
            }}
          />
        </li>
      ))}
    </ul>
  )
}

type RefusedProps = {
  readonly message: Refused
  readonly onDiscard: () => void
  readonly onSend: (body: string) => void
}

function RefusedMessage({ message, onDiscard, onSend }: RefusedProps) {
  const { t } = useTexts('threads', 'core', 'errors')
  const [body, setBody] = useState<string>()
  const reason = refusalText(t, message.refusal)
  const actions = (
    <div className="flex flex-wrap gap-2">
      {body === undefined ? (
        <Button size="sm" onPress={() => setBody(message.body)}>
          {t('threads:editAndResend')}
        </Button>
      ) : (
        <Button size="sm" variant="primary" onPress={() => onSend(body)}>
          {t('threads:send')}
        </Button>
      )}
      <Button size="sm" onPress={onDiscard}>
        {t('core:discard')}
      </Button>
    </div>
  )
  return (
    <Notice tone="danger" title={t('threads:notSent', { reason })} action={actions} isLive>
      {body === undefined ? (
        <p className="line-clamp-4 wrap-anywhere whitespace-pre-wrap">{message.body}</p>
      ) : (
        <TextArea
          label={t('threads:message')}
          isLabelHidden
          value={body}
          onChange={setBody}
          inputRef={focusAtOnce}
          rows={2}
        />
      )}
      {message.onlyInMemory && <p className="text-sm text-attention">{t('core:onlyInMemory')}</p>}
    </Notice>
  )
}
