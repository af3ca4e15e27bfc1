import { Button, TextArea, TextField } from '@kolo/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { useStartThread } from './threads.data.ts'

/** What a new thread is about, and its first message. */
export function NewThread({ spaceId, onDone }: { spaceId: string; onDone: () => void }) {
  const { t } = useTexts('threads', 'core')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const start = useStartThread(spaceId)
  const navigate = useNavigate()
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() === '') return
        const threadId = start(title, body)
        onDone()
        void navigate({ to: '/spaces/$spaceId/threads/$threadId', params: { spaceId, threadId } })
      }}
    >
      <TextField label={t('threads:threadTitle')} value={title} onChange={setTitle} maxLength={200} isRequired />
      <TextArea label={t('threads:firstMessage')} value={body} onChange={setBody} rows={3} maxRows={10} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isDisabled={title.trim() === ''}>
          {t('threads:start')}
        </Button>
        <Button onPress={onDone}>{t('core:cancel')}</Button>
      </div>
    </form>
  )
}
