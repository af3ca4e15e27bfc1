import { personRename } from '@kolo/domain/people/people.decide'
import { Button, Facts, Form, TextField } from '@kolo/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useSession } from '../../lib/session.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'

/** One's own name; the address is what one signs in with and stays. */
export function NameForm() {
  const { t } = useTexts('people', 'core')
  const session = useSession()
  const send = useSend()
  const tell = useTold()
  const client = useQueryClient()
  const [name, setName] = useState(session.name)
  const isNamed = name.trim() !== ''
  const save = async (): Promise<void> => {
    const { personalSpaceId: spaceId, id: personId } = session
    if (!isNamed || name.trim() === session.name) return
    const saved = await tell(send(personRename, 'people.rename', { spaceId, personId, name }), {
      text: t('core:saved'),
    })
    if (saved) await client.invalidateQueries()
  }
  return (
    <Form onSubmit={() => void save()} className="max-w-md">
      <Facts facts={[{ label: t('people:email'), value: session.email }]} />
      <TextField
        label={t('people:name')}
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="name"
        error={isNamed ? undefined : t('core:requiredField')}
      />
      <div>
        <Button type="submit">{t('core:save')}</Button>
      </div>
    </Form>
  )
}
