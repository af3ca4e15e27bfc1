import { municipalityName } from '@kolo/i18n'
import { type OrganizationKind, organizationKinds } from '@kolo/domain/core/roles'
import { organizationCreate } from '@kolo/domain/organizations/organizations.decide'
import { uuidv7 } from '@kolo/sync'
import { Button, ComboBox, Dialog, Form, Select, TextField } from '@kolo/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fitsInAnyScript } from '../../lib/fits.ts'
import { useSend } from '../../lib/hub.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useTold } from '../../lib/told.ts'
import { trpc } from '../../lib/trpc.ts'
import { rarestColor } from './colors.ts'
import { countries, useCountryName } from '../../lib/countries.ts'

type AddOrganizationProps = {
  /** The network's space, or a coordination space. */
  readonly spaceId: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Enters an organization; a municipality is chosen among those that were imported. */
export function AddOrganizationDialog(props: AddOrganizationProps) {
  const { t } = useTexts('organizations', 'core')
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t('organizations:add')}
      closeLabel={t('core:close')}
    >
      {props.isOpen && <AddOrganizationForm {...props} />}
    </Dialog>
  )
}

function AddOrganizationForm({ spaceId, onOpenChange }: AddOrganizationProps) {
  const { t, rendition } = useTexts('organizations', 'core')
  const countryName = useCountryName()
  const send = useSend()
  const tell = useTold()
  const client = useQueryClient()
  const [kind, setKind] = useState<OrganizationKind>('partner')
  const [name, setName] = useState('')
  const [country, setCountry] = useState<string>('RS')
  const [municipalityId, setMunicipalityId] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const [isPending, setPending] = useState(false)
  const { data: organizations } = useQuery(trpc.organizations.directory.queryOptions({}))
  const { data: free } = useQuery({
    ...trpc.organizations.freeMunicipalities.queryOptions({}),
    enabled: kind === 'municipality',
  })
  const place = kind === 'municipality' ? free?.find((one) => one.id === municipalityId) : undefined
  const nameError = name.trim() === '' ? t('core:requiredField') : undefined
  const placeError = kind === 'municipality' && !place ? t('organizations:chooseMunicipality') : undefined

  const choosePlace = (chosen: string | null): void => {
    setMunicipalityId(chosen)
    const found = free?.find((one) => one.id === chosen)
    if (found) setName(found.name)
  }
  const submit = async (): Promise<void> => {
    setChecked(true)
    if (nameError || placeError) return
    setPending(true)
    const added = await tell(
      send(organizationCreate, 'organizations.create', {
        spaceId,
        organizationId: uuidv7(),
        kind,
        name,
        country: place?.country ?? country,
        color: rarestColor(organizations?.map((one) => one.color) ?? []),
        municipality: place ? { municipalityId: place.id, spaceId: uuidv7() } : null,
      }),
      { text: t('core:saved') },
    )
    setPending(false)
    if (!added) return
    await client.invalidateQueries()
    onOpenChange(false)
  }
  return (
    <Form onSubmit={() => void submit()}>
      <Select
        label={t('organizations:kind')}
        placeholder={t('organizations:kind')}
        options={organizationKinds.map((value) => ({ value, label: t(`organizations:${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'municipality' ? (
        <ComboBox
          label={t('organizations:municipality')}
          placeholder={t('organizations:chooseMunicipality')}
          emptyText={t('core:noMatches')}
          filter={fitsInAnyScript}
          options={(free ?? []).map((one) => ({
            value: one.id,
            label: municipalityName(rendition, one),
            description: countryName(one.country),
          }))}
          value={municipalityId}
          onChange={choosePlace}
          error={isChecked ? placeError : undefined}
        />
      ) : (
        <Select
          label={t('organizations:country')}
          placeholder={t('organizations:chooseCountry')}
          options={countries.map((value) => ({ value, label: countryName(value) }))}
          value={country}
          onChange={setCountry}
        />
      )}
      <TextField
        label={t('organizations:name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={isChecked ? nameError : undefined}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={() => onOpenChange(false)}>{t('core:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} pendingLabel={t('core:saving')}>
          {t('core:add')}
        </Button>
      </div>
    </Form>
  )
}
