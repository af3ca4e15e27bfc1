import { Button, Dialog, Form, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

type RenameDialogProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly name: string
  readonly onRename: (name: string) => void
}

/** Asks for another name. */
export function RenameDialog(props: RenameDialogProps) {
  const { t } = useTexts('people', 'core')
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t('people:rename')}
      closeLabel={t('core:close')}
      size="sm"
    >
      {props.isOpen && <RenameForm {...props} />}
    </Dialog>
  )
}

function RenameForm({ name: before, onRename, onOpenChange }: RenameDialogProps) {
  const { t } = useTexts('people', 'core')
  const [name, setName] = useState(before)
  const isEmpty = name.trim() === ''
  const submit = (): void => {
    if (isEmpty) return
    onRename(name)
    onOpenChange(false)
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('people:name')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={isEmpty ? t('core:requiredField') : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={() => onOpenChange(false)}>{t('core:cancel')}</Button>
        <Button type="submit" variant="primary">
          {t('core:save')}
        </Button>
      </div>
    </Form>
  )
}
