import { Button, Form, TextArea } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { focusAtOnce } from './focus-at-once.ts'

/** Writes a comment, or a reply to one. */
export function CommentForm(props: {
  readonly label: string
  readonly submitLabel: string
  readonly onSubmit: (body: string) => void
  /** A new comment can be given up; a reply is just left empty. */
  readonly onCancel?: () => void
}) {
  const { t } = useTexts('core')
  const [body, setBody] = useState('')
  const submit = (): void => {
    if (body.trim() === '') return
    props.onSubmit(body.trim())
    setBody('')
  }
  return (
    <Form onSubmit={submit} className="gap-2">
      <TextArea
        label={props.label}
        isLabelHidden
        placeholder={props.label}
        value={body}
        onChange={setBody}
        rows={props.onCancel ? 3 : 1}
        maxLength={10_000}
        {...(props.onCancel ? { inputRef: focusAtOnce } : {})}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
      <div className="flex justify-end gap-2">
        {props.onCancel && (
          <Button size="sm" onPress={props.onCancel}>
            {t('core:cancel')}
          </Button>
        )}
        <Button size="sm" variant={props.onCancel ? 'primary' : 'quiet'} type="submit" isDisabled={body.trim() === ''}>
          {props.submitLabel}
        </Button>
      </div>
    </Form>
  )
}
