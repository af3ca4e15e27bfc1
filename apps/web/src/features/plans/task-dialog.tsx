import { offices } from '@kolo/domain/core/roles'
import type { PlanTask } from '@kolo/domain/plans/plans'
import { phases } from '@kolo/domain/rollouts/rollouts'
import { Button, Dialog, Form, NumberField, type Openness, Select, TextArea, TextField } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { ConditionFields } from './condition-fields.tsx'

const nobody = 'nobody'

type Props = Openness & {
  readonly title: string
  readonly task: PlanTask
  readonly onSave: (task: PlanTask) => void
}

/** A task of a plan: what, in which phase, until when, whose, and for whom. */
export function TaskDialog({ title, task, onSave, ...openness }: Props) {
  const { t } = useTexts('plans', 'core', 'rollouts', 'roles')
  const [draft, setDraft] = useState<Omit<PlanTask, 'offset'> & { offset: number | null }>(task)
  const [isChecked, setChecked] = useState(false)
  const change = (next: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...next }))
  const isUntitled = draft.title.trim() === ''
  const save = () => {
    setChecked(true)
    const { offset } = draft
    if (isUntitled || offset === null) return
    onSave({ ...draft, title: draft.title.trim(), offset })
    openness.onOpenChange(false)
  }
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={title}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" onPress={save}>
          {t('core:save')}
        </Button>
      }
    >
      <Form onSubmit={save}>
        <TextField
          label={t('plans:taskTitle')}
          value={draft.title}
          onChange={(next) => change({ title: next })}
          maxLength={200}
          error={isChecked && isUntitled ? t('core:requiredField') : undefined}
        />
        <TextArea
          label={t('plans:description')}
          value={draft.description}
          onChange={(description) => change({ description })}
          maxLength={2_000}
          rows={2}
        />
        <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
          <Select
            label={t('rollouts:phase')}
            placeholder={t('rollouts:phase')}
            options={phases.map((value) => ({ value, label: t(`rollouts:${value}`) }))}
            value={draft.phase}
            onChange={(phase) => change({ phase })}
          />
          <Select
            label={t('plans:office')}
            placeholder={t('plans:office')}
            options={[
              { value: nobody, label: t('plans:nobody') },
              ...offices.map((value) => ({ value, label: t(`roles:${value}`) })),
            ]}
            value={draft.office ?? nobody}
            onChange={(office) => change({ office: offices.find((one) => one === office) ?? null })}
          />
        </div>
        <NumberField
          label={t('plans:offset')}
          value={draft.offset}
          minValue={0}
          maxValue={1_500}
          onChange={(offset) => change({ offset })}
          description={t('plans:offsetAbout')}
          error={draft.offset === null ? t('plans:offsetRange') : undefined}
        />
        <ConditionFields when={draft.when} onChange={(when) => change({ when })} />
      </Form>
    </Dialog>
  )
}
