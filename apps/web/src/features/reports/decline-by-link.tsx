import { useId, useState } from 'react'
import { tell } from '../../lib/ask.ts'
import { useAttempt } from '../../lib/attempt.ts'
import { EntryButton, EntryForm, EntryNotice } from '../../lib/entry-form.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** For the approver who doesn't sign: says what is to be changed, and the draft goes back to those who wrote it. */
export function DeclineByLink({ secret, onDeclined }: { readonly secret: string; onDeclined(): void }) {
  const { t } = useTexts('reports')
  const id = useId()
  const attempt = useAttempt()
  const [isOpen, setOpen] = useState(false)
  const [word, setWord] = useState('')
  const decline = async (): Promise<void> => {
    const invalid = t('reports:approveLinkInvalid')
    const work = () => tell('reports', 'declineByLink', { secret, word: word.trim() })
    if (await attempt.run(work, { notFound: invalid, conflict: invalid })) onDeclined()
  }
  if (!isOpen) return <EntryButton onClick={() => setOpen(true)}>{t('reports:disapprove')}</EntryButton>
  return (
    <EntryForm onSubmit={() => void (word.trim() !== '' && decline())}>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-medium">
          {t('reports:declineWord')}
        </label>
        <textarea
          id={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- Whoever asked for the field wants to write in it.
          autoFocus
          rows={3}
          required
          maxLength={2_000}
          value={word}
          onChange={(event) => setWord(event.target.value)}
          className="focus-ring w-full rounded border border-line-strong bg-surface px-2 py-1 text-lg"
        />
      </div>
      {attempt.problem && <EntryNotice tone="danger">{attempt.problem}</EntryNotice>}
      <EntryButton type="submit" isPending={attempt.isPending}>
        {t('reports:disapprove')}
      </EntryButton>
    </EntryForm>
  )
}
