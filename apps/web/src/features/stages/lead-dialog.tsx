import type { Stage } from '@kolo/domain/stages/stages'
import { Button, Dialog, type Openness, Select } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'

type Props = Openness & {
  readonly stage: Stage
  readonly organizations: Outputs['projects']['overview']['organizations']
  onChange(organizationId: string | null): unknown
}
const nobody = 'nobody'

/** Asks which partner leads a stage. */
export function LeadDialog({ stage, organizations, onChange, ...openness }: Props) {
  const { t } = useTexts('stages', 'core')
  const [lead, setLead] = useState(stage.leadOrganizationId ?? nobody)
  const partners = organizations.filter(({ role }) => role === 'lead' || role === 'partner')
  const save = () => {
    openness.onOpenChange(false)
    onChange(lead === nobody ? null : lead)
  }
  return (
    <Dialog
      {...openness}
      title={t('stages:changeLead')}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" onPress={save}>
          {t('core:save')}
        </Button>
      }
    >
      <Select
        label={t('stages:lead')}
        placeholder={t('stages:noLead')}
        options={[
          { value: nobody, label: t('stages:noLead') },
          ...partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={lead}
        onChange={setLead}
      />
    </Dialog>
  )
}
