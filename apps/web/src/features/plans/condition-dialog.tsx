import type { Condition } from '@kolo/domain/plans/conditions'
import { Button, Dialog, type Openness } from '@kolo/ui'
import { useState } from 'react'
import { useTexts } from '../../lib/texts.tsx'
import { ConditionFields } from './condition-fields.tsx'

type Props = Openness & {
  readonly title: string
  readonly when: Condition
  readonly onSave: (when: Condition) => void
}

/** For whom an indicator is meant. */
export function ConditionDialog({ title, when, onSave, ...openness }: Props) {
  const { t } = useTexts('plans', 'core')
  const [draft, setDraft] = useState(when)
  const save = () => {
    onSave(draft)
    openness.onOpenChange(false)
  }
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={t('plans:setCondition', { title })}
      closeLabel={t('core:close')}
      footer={
        <Button variant="primary" onPress={save}>
          {t('core:save')}
        </Button>
      }
    >
      <ConditionFields when={draft} onChange={setDraft} />
    </Dialog>
  )
}
