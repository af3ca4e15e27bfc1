import { Button, Dialog, Form, TextField } from '@kolo/ui'
import { useId, useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { focusAtOnce } from './focus-at-once.ts'

/** Asks for one line of text: a title, the name of a version. */
export function TitleDialog(props: {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly title: string
  readonly description?: string
  readonly label?: string
  readonly initial?: string
  readonly maxLength?: number
  readonly submitLabel: string
  readonly onSubmit: (text: string) => void
}) {
  const { t } = useTexts('documents', 'core')
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.description}
      closeLabel={t('core:close')}
      size="sm"
    >
      {props.isOpen && <TitleForm {...props} />}
    </Dialog>
  )
}

function TitleForm(props: Parameters<typeof TitleDialog>[0]) {
  const { t } = useTexts('documents', 'core')
  const [text, setText] = useState(props.initial ?? '')
  const [error, setError] = useState<string>()
  const fieldId = useId()
  const submit = (): void => {
    const line = text.trim()
    if (line === '') {
      setError(t('core:requiredField'))
      return
    }
    props.onSubmit(line)
    props.onOpenChange(false)
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        id={fieldId}
        label={props.label ?? t('documents:documentTitle')}
        value={text}
        onChange={setText}
        maxLength={props.maxLength ?? 200}
        error={error}
        inputRef={focusAtOnce}
      />
      <div className="flex justify-end gap-2 pb-2">
        <Button onPress={() => props.onOpenChange(false)}>{t('core:cancel')}</Button>
        <Button variant="primary" type="submit">
          {props.submitLabel}
        </Button>
      </div>
    </Form>
  )
}
