import type { SeatKind } from '@kolo/domain/core/roles'
import { invitationSend } from '@kolo/domain/invitations/invitations.decide'
import { seatsOfKind } from '@kolo/domain/organizations/organizations'
import { isRendition, ownName, type Rendition, renditions } from '@kolo/i18n'
import { uuidv7 } from '@kolo/sync'
import { Button, ComboBox, Dialog, Form, Notice, Select, TextField } from '@kolo/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'

type InviteProps = {
  readonly spaceId: string
  readonly projects: readonly { readonly id: string; readonly name: string }[]
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Invites an address into a seat of an organization, for one project. */
export function InviteDialog(props: InviteProps) {
  const { t } = useTexts('invitations', 'core')
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t('invitations:invitePerson')}
      closeLabel={t('core:close')}
    >
      {props.isOpen &&
        (props.projects.length === 0 ? <Notice>{t('invitations:noProject')}</Notice> : <InviteForm {...props} />)}
    </Dialog>
  )
}

const empty = { name: '', email: '', organizationId: null as string | null, seat: null as SeatKind | null }

function InviteForm({ spaceId, projects, onOpenChange }: InviteProps) {
  const { t, rendition } = useTexts('invitations', 'organizations', 'people', 'roles', 'core')
  const send = useSend()
  const tell = useTold()
  const { data: organizations } = useQuery(trpc.organizations.directory.queryOptions({}))
  const [values, setValues] = useState(empty)
  const [projectId, setProjectId] = useState(projects[0]?.id ?? null)
  const [language, setLanguage] = useState<Rendition>(rendition)
  const [isChecked, setChecked] = useState(false)
  const [isPending, setPending] = useState(false)
  const change = (part: Partial<typeof empty>) => setValues((before) => ({ ...before, ...part }))
  const organization = organizations?.find((one) => one.id === values.organizationId)
  const seats: readonly SeatKind[] = organization ? seatsOfKind[organization.kind] : []
  const seat = values.seat && seats.includes(values.seat) ? values.seat : (seats[0] ?? null)
  const missing = t('core:requiredField')
  const errors = {
    name: values.name.trim() === '' ? missing : undefined,
    email: /^\S+@\S+\.\S+$/.test(values.email.trim()) ? undefined : t('people:emailInvalid'),
    organization: organization ? undefined : missing,
    seat: seat ? undefined : t('invitations:seatNeeded'),
  }
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (!projectId || !organization || !seat || errors.name || errors.email) return
    setPending(true)
    const { name, email } = values
    const ids = { invitationId: uuidv7(), participationId: uuidv7(), projectId, organizationId: organization.id }
    const sent = await tell(
      send(invitationSend, 'invitations.send', { spaceId, ...ids, seat, name, email, rendition: language }),
      {
        text: t('invitations:sent', { email }),
      },
    )
    setPending(false)
    if (sent) onOpenChange(false)
  }
  const error = (field: keyof typeof errors) => (isChecked ? errors[field] : undefined)
  return (
    <Form onSubmit={() => void submit()}>
      <TextField
        label={t('invitations:personName')}
        value={values.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        error={error('name')}
      />
      <TextField
        label={t('invitations:email')}
        type="email"
        value={values.email}
        onChange={(email) => change({ email })}
        maxLength={254}
        error={error('email')}
      />
      {projects.length > 1 && (
        <Select
          label={t('invitations:project')}
          placeholder={t('invitations:project')}
          options={projects.map((project) => ({ value: project.id, label: project.name }))}
          value={projectId}
          onChange={setProjectId}
        />
      )}
      <ComboBox
        label={t('invitations:organization')}
        description={t('invitations:newHere')}
        placeholder={t('organizations:chooseOrganization')}
        emptyText={t('core:noMatches')}
        filter={fitsInAnyScript}
        options={(organizations ?? []).map((one) => ({
          value: one.id,
          label: one.name,
          description: t(`organizations:${one.kind}`),
        }))}
        value={values.organizationId}
        onChange={(organizationId) => change({ organizationId })}
        error={error('organization')}
      />
      <Select
        label={t('invitations:seat')}
        placeholder={t('invitations:seat')}
        options={seats.map((value) => ({ value, label: t(`roles:${value}`) }))}
        value={seat}
        onChange={(chosen) => change({ seat: chosen })}
        isDisabled={seats.length === 0}
        error={error('seat')}
      />
      <Select
        label={t('invitations:language')}
        placeholder={t('invitations:language')}
        options={renditions.map((value) => ({ value, label: ownName(value) }))}
        value={language}
        onChange={(chosen) => isRendition(chosen) && setLanguage(chosen)}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={() => onOpenChange(false)}>{t('core:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} pendingLabel={t('core:saving')}>
          {t('invitations:send')}
        </Button>
      </div>
    </Form>
  )
}
