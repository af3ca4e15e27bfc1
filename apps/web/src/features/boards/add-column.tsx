import { type ColumnCategory, columnCategories } from '@kolo/domain/boards/boards'
import { Button, Dialog, Select, TextField } from '@kolo/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

/** Adds a column: its name, and what standing in it means. */
export function AddColumn({ onAdd }: { onAdd: (name: string, category: ColumnCategory) => void }) {
  const { t } = useTexts('boards', 'core')
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [category, setCategory] = useState<ColumnCategory>('todo')
  return (
    <>
      <Button icon={Plus} className="shrink-0 self-start" onPress={() => setOpen(true)}>
        {t('boards:addColumn')}
      </Button>
      <Dialog isOpen={open} onOpenChange={setOpen} title={t('boards:addColumn')} closeLabel={t('core:close')} size="sm">
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '') return
            onAdd(name.trim(), category)
            setOpen(false)
            setName('')
          }}
        >
          <TextField label={t('core:name')} value={name} onChange={setName} maxLength={80} isRequired />
          <Select
            label={t('boards:category')}
            options={columnCategories.map((value) => ({ value, label: t(`boards:${value}`) }))}
            value={category}
            onChange={setCategory}
            placeholder=""
          />
          <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
            {t('core:add')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}
