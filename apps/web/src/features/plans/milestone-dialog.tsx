import type { PlanMilestone } from '@kolo/domain/plans/plans'
import { phases } from '@kolo/domain/rollouts/rollouts'
import { Button, Dialog, Form, NumberField, type Openness, Select, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'

type Props = Openness & {
  readonly title: string
  readonly milestone: PlanMilestone
  readonly onSave: (milestone: PlanMilestone) => void
}

/** A milestone of a plan: what is to be reached, in which phase, until when. */
export function MilestoneDialog({ title, milestone, onSave, ...openness }: Props) {
  const { t } = useTexts('plans', 'core', 'rollouts')
  const [draft, setDraft] = useState<Omit<PlanMilestone, 'offset'> & { offset: number | null }>(milestone)
  const [isChecked, setChecked] = useState(false)
  const change = (next: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...next }))
  const name = draft.name.trim()
  const save = () => {
    setChecked(true)
    const { offset } = draft
    if (name === '' || offset === null) return
    onSave({ ...draft, name, offset })
    openness.onOpenChange(false)
  }
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={title}
      closeLabel={t('core:close')}
      size="sm"
      footer={
        <Button variant="primary" onPress={save}>
          {t('core:save')}
        </Button>
      }
    >
      <Form onSubmit={save}>
        <TextField
          label={t('plans:milestoneName')}
          value={draft.name}
          onChange={(next) => change({ name: next })}
          maxLength={120}
          error={isChecked && name === '' ? t('core:requiredField') : undefined}
        />
        <Select
          label={t('rollouts:phase')}
          placeholder={t('rollouts:phase')}
          options={phases.map((value) => ({ value, label: t(`rollouts:${value}`) }))}
          value={draft.phase}
          onChange={(phase) => change({ phase })}
        />
        <NumberField
          label={t('plans:offset')}
          value={draft.offset}
          minValue={0}
          maxValue={1_500}
          onChange={(offset) => change({ offset })}
          description={t('plans:offsetAbout')}
          error={draft.offset === null ? t('plans:offsetRange') : undefined}
        />
      </Form>
    </Dialog>
  )
}
