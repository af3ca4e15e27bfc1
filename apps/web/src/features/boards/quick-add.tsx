import { Button, TextField } from '@kolo/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { useTexts } from '../../lib/texts.tsx'

/** One line, Enter, and the next: the field stays open until it is left empty. */
export function QuickAdd({ column, onAdd }: { readonly column: string; readonly onAdd: (title: string) => void }) {
  const { t } = useTexts('boards')
  const [title, setTitle] = useState<string>()
  if (title === undefined)
    return (
      <Button
        variant="plain"
        icon={Plus}
        className="w-full justify-start text-muted"
        aria-label={`${t('boards:addTask')}: ${column}`}
        onPress={() => setTitle('')}
      >
        {t('boards:addTask')}
      </Button>
    )
  const add = (): void => {
    if (title.trim() !== '') onAdd(title.trim())
    setTitle(title.trim() === '' ? undefined : '')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={`${t('boards:newTask')}: ${column}`}
        isLabelHidden
        placeholder={t('boards:taskTitle')}
        value={title}
        onChange={setTitle}
        maxLength={200}
        inputRef={focusAtOnce}
        enterKeyHint="done"
        onKeyDown={(event) => event.key === 'Escape' && setTitle(undefined)}
        onBlur={() => {
          if (title.trim() !== '') onAdd(title.trim())
          setTitle(undefined)
        }}
      />
    </form>
  )
}
