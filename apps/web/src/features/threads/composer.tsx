import { Button, TextArea } from '@kolo/ui'
import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useHub } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'

const draftKey = (threadId: string): string => `kolo-draft-${threadId}`
const typingStops = 4_000

/** Where a message is written. What isn't sent is kept on this device until it is. */
export function Composer({ spaceId, threadId, onSend }: { spaceId: string; threadId: string; onSend: (body: string) => void }) {
  const { t } = useTexts('threads')
  const [body, setBody] = useState(() => localStorage.getItem(draftKey(threadId)) ?? '')
  const typing = useTyping(spaceId, threadId)
  useEffect(() => {
    if (body) localStorage.setItem(draftKey(threadId), body)
    else localStorage.removeItem(draftKey(threadId))
  }, [threadId, body])
  const send = () => {
    if (body.trim() === '') return
    onSend(body)
    setBody('')
    typing(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className="flex items-end gap-2 border-t border-line bg-canvas p-3"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="min-w-0 flex-1" onKeyDown={onKeyDown}>
        <TextArea
          label={t('threads:message')}
          isLabelHidden
          placeholder={t('threads:writeMessage')}
          rows={1}
          maxRows={10}
          value={body}
          onChange={(text) => {
            setBody(text)
            typing(text !== '')
          }}
        />
      </div>
      <Button type="submit" variant="primary" icon={SendHorizontal} isDisabled={body.trim() === ''}>
        {t('threads:send')}
      </Button>
    </form>
  )
}

/** Tells the others that something is being written, and that it no longer is. */
function useTyping(spaceId: string, threadId: string): (isTyping: boolean) => void {
  const { client } = useHub()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const told = useRef(false)
  const tell = (isTyping: boolean): void => {
    if (told.current !== isTyping) client.announce({ spaceId, at: 'threads', typing: isTyping ? threadId : null })
    told.current = isTyping
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (isTyping) => {
    clearTimeout(timer.current)
    tell(isTyping)
    if (isTyping) timer.current = setTimeout(() => tell(false), typingStops)
  }
}
