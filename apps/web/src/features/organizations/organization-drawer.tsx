import { organizationRename } from '@kolo/domain/organizations/organizations.decide'
import { type SeatedOrganization, seatsOfKind } from '@kolo/domain/organizations/organizations'
import { Badge, Button, Drawer, Form, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useSend } from '../../lib/hub.tsx'
import { useNetwork } from '../../lib/network.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { Seat } from './seat.tsx'
import { useCountryName } from '../../lib/countries.ts'

/** One organization: its name, and who sits in which seat. */
export function OrganizationDrawer(props: {
  readonly organization: SeatedOrganization | undefined
  readonly onClose: () => void
}) {
  const { t } = useTexts('organizations', 'core')
  const countryName = useCountryName()
  const { organization } = props
  return (
    <Drawer
      isOpen={organization !== undefined}
      onOpenChange={() => props.onClose()}
      title={organization?.name ?? ''}
      description={organization ? countryName(organization.country) : ''}
      closeLabel={t('core:close')}
    >
      {organization && (
        <div className="flex flex-col gap-6 pb-4">
          <div>
            <Badge>{t(`organizations:${organization.kind}`)}</Badge>
          </div>
          <RenameForm key={organization.name} organization={organization} />
          <section className="flex flex-col gap-4">
            <h3 className="font-semibold">{t('organizations:seats')}</h3>
            {seatsOfKind[organization.kind].map((seat) => (
              <Seat key={seat} organization={organization} seat={seat} />
            ))}
          </section>
        </div>
      )}
    </Drawer>
  )
}

function RenameForm({ organization }: { readonly organization: SeatedOrganization }) {
  const { t } = useTexts('organizations', 'core')
  const { spaceId } = useNetwork()
  const send = useSend()
  const tell = useTold()
  const [name, setName] = useState(organization.name)
  const isEmpty = name.trim() === ''
  const rename = (): void => {
    if (isEmpty || name.trim() === organization.name) return
    void tell(send(organizationRename, 'organizations.rename', { spaceId, organizationId: organization.id, name }))
  }
  return (
    <Form onSubmit={rename}>
      <TextField
        label={t('organizations:name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={isEmpty ? t('core:requiredField') : undefined}
      />
      {name.trim() !== organization.name && (
        <div>
          <Button type="submit">{t('core:save')}</Button>
        </div>
      )}
    </Form>
  )
}
