import { isSafeHref } from '@kolo/editor'
import { Button, Dialog, Form, TextField } from '@kolo/ui'
import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { focusAtOnce } from './focus-at-once.ts'

/** Asks for the address of a link on the selected words. */
export function LinkDialog(props: { editor: Editor; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { t } = useTexts('documents', 'core')
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t('documents:link')}
      closeLabel={t('core:close')}
      size="sm"
    >
      {props.isOpen && <LinkForm {...props} />}
    </Dialog>
  )
}

function LinkForm({ editor, onOpenChange }: Parameters<typeof LinkDialog>[0]) {
  const { t } = useTexts('documents', 'core')
  const present: unknown = editor.getAttributes('link')['href']
  const [address, setAddress] = useState(typeof present === 'string' ? present : '')
  const [error, setError] = useState<string>()
  const done = (): void => onOpenChange(false)
  const submit = (): void => {
    const typed = address.trim()
    const href = /^[a-z][a-z0-9+.-]*:|^\//i.test(typed) ? typed : `https://${typed}`
    if (typed === '' || !isSafeHref(href)) {
      setError(t('documents:linkWrong'))
      return
    }
    const { from, to } = editor.state.selection
    const chain = editor.chain().focus()
    // Without selected words and outside of a link, the address itself is written.
    if (from === to && present === undefined) {
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.extendMarkRange('link').setLink({ href }).run()
    done()
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('documents:linkAddress')}
        value={address}
        onChange={setAddress}
        error={error}
        inputMode="url"
        inputRef={focusAtOnce}
      />
      <div className="flex flex-wrap justify-end gap-2 pb-2">
        {present !== undefined && (
          <Button
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run()
              done()
            }}
          >
            {t('documents:removeLink')}
          </Button>
        )}
        <Button variant="primary" type="submit">
          {t('core:apply')}
        </Button>
      </div>
    </Form>
  )
}
