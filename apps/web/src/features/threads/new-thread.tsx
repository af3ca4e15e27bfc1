import { threadTitleSchema } from '@kolo/domain/threads/threads'
import { IconButton, TextField } from '@kolo/ui'
import { X } from 'lucide-react'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { useTexts } from '../../lib/texts.tsx'
import { Composer } from './composer.tsx'
import { useThreadCommands } from './threads.data.ts'

type Props = { readonly spaceId: string; readonly onStarted: (threadId: string) => void; readonly onCancel: () => void }

/** Asks what a new thread is about, and for its first message. */
export function NewThread({ spaceId, onStarted, onCancel }: Props) {
  const { t } = useTexts('threads', 'core')
  const { start } = useThreadCommands(spaceId)
  const [title, setTitle] = useState('')
  const [isMissing, setMissing] = useState(false)
  return (
    <section
      aria-label={t('threads:newThread')}
      className="mx-auto flex w-full max-w-3xl flex-col gap-4 overflow-y-auto p-4 lg:p-6"
    >
      <header className="flex items-center justify-between gap-2">
        <h2 className="text-lg font-semibold">{t('threads:newThread')}</h2>
        <IconButton icon={X} label={t('core:cancel')} onPress={onCancel} />
      </header>
      <TextField
        label={t('threads:threadTitle')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        inputRef={focusAtOnce}
        isRequired
        {...(isMissing && title.trim() === '' ? { error: t('core:requiredField') } : {})}
      />
      <Composer
        spaceId={spaceId}
        place={`new:${spaceId}`}
        label={t('threads:firstMessage')}
        sendLabel={t('threads:start')}
        mayBeEmpty
        onSend={(words) => {
          const checked = threadTitleSchema.safeParse(title)
          setMissing(!checked.success)
          if (!checked.success) return false
          onStarted(start(checked.data, { kind: 'space' }, words))
          return true
        }}
      />
    </section>
  )
}
