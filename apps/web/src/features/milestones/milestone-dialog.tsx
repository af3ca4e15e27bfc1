import type { Milestone } from '@kolo/domain/milestones/milestones'
import { Button, DatePicker, Dialog, Form, type Openness, TextField } from '@kolo/ui'
import { useState } from 'react'
import { focusAtOnce } from '../../lib/focus-at-once.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { MilestoneFacts } from './milestones.data.ts'

type Props = Openness & {
  /** Left out: a new one. */
  readonly milestone: Milestone | undefined
  /** The calendar day here. */
  readonly today: string
  readonly onSave: (facts: MilestoneFacts) => void
}

type Draft = Omit<MilestoneFacts, 'dueOn'> & { readonly dueOn: string | null }
const nothing: Draft = { name: '', dueOn: null, reachedOn: null }

/** Asks what is to be reached by when; of one that exists also when it was reached. */
export function MilestoneDialog({ milestone, today, onSave, ...openness }: Props) {
  const { t } = useTexts('milestones', 'core', 'errors')
  const [draft, setDraft] = useState<Draft>(milestone ?? nothing)
  const [isChecked, setChecked] = useState(false)
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const name = draft.name.trim()
  const { dueOn, reachedOn } = draft
  const isAhead = reachedOn !== null && reachedOn > today
  const save = () => {
    setChecked(true)
    if (name === '' || dueOn === null || isAhead) return
    onSave({ name, dueOn, reachedOn })
    openness.onOpenChange(false)
  }
  const required = (isEmpty: boolean) => (isChecked && isEmpty ? t('core:requiredField') : undefined)
  return (
    <Dialog
      {...openness}
      isDismissable={false}
      title={milestone ? t('milestones:change') : t('milestones:add')}
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
          label={t('milestones:name')}
          value={draft.name}
          onChange={(next) => change({ name: next })}
          maxLength={120}
          error={required(name === '')}
          inputRef={focusAtOnce}
        />
        <DatePicker
          label={t('milestones:dueOn')}
          value={dueOn}
          onChange={(next) => change({ dueOn: next })}
          error={required(dueOn === null)}
        />
        {milestone && (
          <DatePicker
            label={t('milestones:reachedOn')}
            description={t('milestones:reachedOnAbout')}
            value={reachedOn}
            onChange={(next) => change({ reachedOn: next })}
            error={isAhead ? t('errors:reachedInFuture') : undefined}
          />
        )}
      </Form>
    </Dialog>
  )
}
