import { personAdd } from '@kolo/domain/people/people.decide'
import { isRendition, ownName, type Rendition, renditions } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Button, Dialog, Form, Select, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

type Openness = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

/** Makes an account; its person signs in by a link. */
export function AddPersonDialog(props: Openness) {
  const { t } = useTexts('people', 'core')
  return (
    <Dialog {...props} title={t('people:add')} description={t('people:addedAbout')} closeLabel={t('core:close')}>
      {props.isOpen && <AddPersonForm {...props} />}
    </Dialog>
  )
}

function AddPersonForm({ onOpenChange }: Openness) {
  const { t, rendition } = useTexts('people', 'core')
  const { spaceId } = useNetwork()
  const send = useSend()
  const tell = useTold()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState<Rendition>(rendition)
  const [isChecked, setChecked] = useState(false)
  const [isPending, setPending] = useState(false)
  const nameError = name.trim() === '' ? t('core:requiredField') : undefined
  const emailError = /^\S+@\S+\.\S+$/.test(email.trim()) ? undefined : t('people:emailInvalid')
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (nameError || emailError) return
    setPending(true)
    const input = { spaceId, personId: uuidv7(), personalSpaceId: uuidv7(), name, email, rendition: language }
    const added = await tell(send(personAdd, 'people.add', input), { text: t('core:saved') })
    setPending(false)
    if (added) onOpenChange(false)
  }
  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        label={t('people:name')}
        value={name}
        onChange={setName}
        maxLength={120}
        error={isChecked ? nameError : undefined}
      />
      <TextField
        label={t('people:email')}
        type="email"
        value={email}
        onChange={setEmail}
        maxLength={254}
        error={isChecked ? emailError : undefined}
      />
      <Select
        label={t('people:language')}
        placeholder={t('people:language')}
        options={renditions.map((value) => ({ value, label: ownName(value) }))}
        value={language}
        onChange={(chosen) => isRendition(chosen) && setLanguage(chosen)}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={() => onOpenChange(false)}>{t('core:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} pendingLabel={t('core:saving')}>
          {t('people:add')}
        </Button>
      </div>
    </Form>
  )
}
