import { type Column, type ColumnCategory, columnCategories } from '@kolo/domain/boards/boards'
import { Button, Dialog, Select, TextField } from '@kolo/ui'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { useTexts } from '../../lib/texts.tsx'
import { columnName } from './boards.data.ts'

type Props = {
  /** Left out: a new one. */
  readonly column?: Column
  readonly onSave: (name: string, category: ColumnCategory) => void
  readonly onClose: () => void
}

/** Asks for a column's name, and for what standing in it means. */
export function ColumnDialog({ column, onSave, onClose }: Props) {
  const { t } = useTexts('boards', 'core')
  const [name, setName] = useState(column ? columnName(t, column) : '')
  const [category, setCategory] = useState<ColumnCategory>(column?.category ?? 'todo')
  const names = {
    todo: t('boards:todo'),
    doing: t('boards:doing'),
    blocked: t('boards:blocked'),
    done: t('boards:done'),
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={column ? t('boards:renameColumn') : t('boards:addColumn')}
      closeLabel={t('core:close')}
      size="sm"
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          onSave(name.trim(), category)
          onClose()
        }}
      >
        <TextField
          label={t('boards:columnName')}
          value={name}
          onChange={setName}
          maxLength={80}
          isRequired
          inputRef={focusAtOnce}
        />
        <Select
          label={t('boards:category')}
          description={t('boards:categoryHint')}
          options={columnCategories.map((value) => ({ value, label: names[value] }))}
          value={category}
          onChange={setCategory}
          placeholder={t('boards:category')}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{t('core:cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {t('core:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
